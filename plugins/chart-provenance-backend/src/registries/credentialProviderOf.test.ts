import { credentialProviderOf } from './credentialProviderOf';
import { CredentialProviders } from './CredentialProviders';

const BASIC = {
  type: 'basic',
  username: 'reader',
  password: 'secret',
} as const;

describe('credentialProviderOf', () => {
  it('shows the credentials to the registry itself', async () => {
    const provider = credentialProviderOf(
      { host: 'ghcr.io', auth: BASIC },
      'acme/charts/payments',
      new Map(),
    );
    await expect(provider('ghcr.io')).resolves.toEqual(BASIC);
  });

  it.each(['ghcr.io.evil.dev', 'evil.dev', 'ghcr.io:444', 'GHCR.IO', ''])(
    'shows nothing to %s',
    async host => {
      const provider = credentialProviderOf(
        { host: 'ghcr.io', auth: BASIC },
        'acme/charts/payments',
        new Map(),
      );
      await expect(provider(host)).resolves.toEqual({ type: 'none' });
    },
  );

  it('asks the module that adds the kind', async () => {
    const credentials = jest.fn(async () => ({
      type: 'token' as const,
      token: 't',
    }));
    const providers = new CredentialProviders();
    providers.addCredentialProvider({ type: 'aws', credentials });
    const provider = credentialProviderOf(
      {
        host: 'ghcr.io',
        auth: { type: 'provider', provider: 'aws', options: { region: 'eu' } },
      },
      'acme/charts/payments',
      providers.byType,
    );
    await expect(provider('ghcr.io')).resolves.toEqual({
      type: 'token',
      token: 't',
    });
    expect(credentials).toHaveBeenCalledWith({
      host: 'ghcr.io',
      repository: 'acme/charts/payments',
      options: { region: 'eu' },
    });
  });

  it('refuses a kind that is taken', () => {
    const providers = new CredentialProviders();
    const provider = { type: 'aws', credentials: async () => undefined };
    providers.addCredentialProvider(provider);
    expect(() => providers.addCredentialProvider(provider)).toThrow('taken');
    expect(() =>
      providers.addCredentialProvider({ ...provider, type: 'basic' }),
    ).toThrow('taken');
  });
});
