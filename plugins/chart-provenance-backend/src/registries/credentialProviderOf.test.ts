import { ConfigReader } from '@backstage/config';
import { RegistryAuth } from '../config';
import { CredentialProviders } from './CredentialProviders';
import { realCredentialDeps } from './CredentialDeps';
import { credentialProviderOf } from './credentialProviderOf';
import { credentialSourceOf } from './credentialSourceOf';

const BASIC = {
  type: 'basic',
  username: 'reader',
  password: 'secret',
} as const;

function provider(auth: RegistryAuth, providers = new CredentialProviders()) {
  const source = credentialSourceOf(
    { host: 'ghcr.io', auth, allowPrivateAddress: false, plainHttp: false },
    realCredentialDeps({
      providers: providers.byType,
      rootConfig: new ConfigReader({}),
    }),
  );
  return credentialProviderOf('ghcr.io', 'acme/charts/payments', source);
}

describe('credentialProviderOf', () => {
  it.each<[RegistryAuth, unknown]>([
    [{ type: 'none' }, { type: 'none' }],
    [BASIC, BASIC],
    [
      { type: 'token', token: 't', exchange: true },
      { type: 'basic', username: 'token', password: 't' },
    ],
    [
      { type: 'token', token: 't', username: 'acme-bot', exchange: true },
      { type: 'basic', username: 'acme-bot', password: 't' },
    ],
    [
      { type: 'token', token: 't', exchange: false },
      { type: 'token', token: 't' },
    ],
  ])('makes of %j what is shown to the registry', async (auth, shown) => {
    await expect(provider(auth)('ghcr.io')).resolves.toEqual(shown);
  });

  it.each(['ghcr.io.evil.dev', 'evil.dev', 'ghcr.io:444', 'GHCR.IO', ''])(
    'shows nothing to %s',
    async host => {
      await expect(provider(BASIC)(host)).resolves.toEqual({ type: 'none' });
    },
  );

  it('asks the module that adds the kind', async () => {
    const credentials = jest.fn(async () => ({
      type: 'token' as const,
      token: 't',
    }));
    const providers = new CredentialProviders();
    providers.addCredentialProvider({ type: 'quay', credentials });
    const shown = provider(
      { type: 'provider', provider: 'quay', options: { region: 'eu' } },
      providers,
    );
    const { signal } = new AbortController();
    await expect(shown('ghcr.io', { signal })).resolves.toEqual({
      type: 'token',
      token: 't',
    });
    expect(credentials).toHaveBeenCalledWith({
      host: 'ghcr.io',
      repository: 'acme/charts/payments',
      options: { region: 'eu' },
      signal,
    });
  });

  it('says which module failed', async () => {
    const providers = new CredentialProviders();
    providers.addCredentialProvider({
      type: 'quay',
      credentials: async () => {
        throw new Error('the vault is sealed');
      },
    });
    const shown = provider(
      { type: 'provider', provider: 'quay', options: {} },
      providers,
    );
    await expect(shown('ghcr.io')).rejects.toMatchObject({
      name: 'OrasError',
      code: 'denied',
      message: expect.stringMatching(
        /^ghcr\.io: the module for quay gave no credentials \(the vault is sealed\)\. /,
      ),
    });
  });

  it('does not wait for a module longer than whoever asks', async () => {
    const providers = new CredentialProviders();
    providers.addCredentialProvider({
      type: 'quay',
      credentials: () => new Promise(() => undefined),
    });
    const shown = provider(
      { type: 'provider', provider: 'quay', options: {} },
      providers,
    );
    const walk = new AbortController();
    const given = shown('ghcr.io', { signal: walk.signal });
    walk.abort();
    await expect(given).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('refuses a kind that is taken', () => {
    const providers = new CredentialProviders();
    const quay = { type: 'quay', credentials: async () => undefined };
    providers.addCredentialProvider(quay);
    expect(() => providers.addCredentialProvider(quay)).toThrow('taken');
    for (const type of ['basic', 'dockerConfig', 'integration', 'aws']) {
      expect(() => providers.addCredentialProvider({ ...quay, type })).toThrow(
        'taken',
      );
    }
  });
});
