import { SignerRequirement } from '../policy/types';
import { commandNotes } from './commandNotes';
import { VerifyCommandsInput } from './VerifyCommandsInput';

const ED: SignerRequirement = { kind: 'key', key: 'release' };
const EC: SignerRequirement = { kind: 'key', key: 'other' };
const RING: SignerRequirement = { kind: 'keyring', keyring: 'edge' };

function notes(overrides: Partial<VerifyCommandsInput>): string {
  return commandNotes({
    registry: 'ghcr.io',
    repository: 'acme/charts/payments',
    digest: `sha256:${'a'.repeat(64)}`,
    version: '1.0.0',
    anyOf: [],
    ...overrides,
  }).join('\n');
}

describe('commandNotes', () => {
  it('says why there is no command for an Ed25519 key, and names no file for it', () => {
    const said = notes({
      anyOf: [ED],
      ed25519Keys: ['release'],
      keyLogRootPath: 'acme.trusted_root.json',
    });
    expect(said).toMatch(/no command for release, an Ed25519 key.*Ed25519ph/);
    expect(said).not.toMatch(/release\.pub|acme\.trusted_root|cosign 3/);
  });

  it('names the files that the commands read, and no others', () => {
    const said = notes({
      anyOf: [EC, RING],
      rootPaths: { unused: 'unused.trusted_root.json' },
      keyLogRootPath: 'acme.trusted_root.json',
    });
    expect(said).toContain(
      'The commands read acme.trusted_root.json, other.pub, edge.gpg in your folder',
    );
    expect(said).toMatch(/gpg --dearmor/);
    expect(said).toMatch(/not each of these 2 has to succeed/);
    expect(said).toMatch(/compare the digest.*the chart archive alone\.$/);
    expect(
      notes({ anyOf: [RING], expectedSource: 'github.com/acme/payments' }),
    ).toMatch(/alone, and proves no source, which is asked for here\.$/);
  });

  it('says how cosign does without a log, where nothing asks for one', () => {
    const keyless: SignerRequirement = {
      kind: 'keyless',
      root: 'acme',
      issuer: 'i',
      subject: 's',
    };
    const told = /--insecure-ignore-tlog=true, and --use-signed-timestamps/;
    expect(notes({ anyOf: [keyless] })).not.toMatch(told);
    expect(notes({ anyOf: [keyless], rootsWithoutLog: ['acme'] })).toMatch(
      told,
    );
    expect(notes({ anyOf: [EC] })).toMatch(told);
    expect(notes({ anyOf: [EC], keysWithoutLog: ['other'] })).not.toMatch(told);
    expect(notes({ anyOf: [ED], ed25519Keys: ['release'] })).not.toMatch(told);
  });

  it('does not speak of Helm where no provenance file is', () => {
    const said = notes({ anyOf: [EC, RING], provenanceFile: false });
    expect(said).not.toMatch(/Helm|dearmor|has to succeed/);
    expect(said).toContain('The commands read other.pub in your folder');
  });

  it('says what no option of cosign asks for, and where to look', () => {
    const keyless: SignerRequirement = {
      kind: 'keyless',
      root: 'r',
      issuer: 'https://gitlab.com',
      subject: 's',
      sourceRepositoryId: '101',
      trigger: 'push',
    };
    expect(notes({ anyOf: [keyless] })).toMatch(
      /No option of cosign asks for source repository id 101 \(\.15\), trigger push \(\.20\)/,
    );
    const github = {
      ...keyless,
      issuer: 'https://token.actions.githubusercontent.com',
      sourceRepositoryId: undefined,
    };
    expect(notes({ anyOf: [github] })).not.toMatch(/No option/);
  });

  it('says that no command knows of builders, of distrust, and of older bundles', () => {
    const type = 'https://slsa.dev/provenance/v1';
    const said = notes({
      anyOf: [EC],
      requireAttestations: [{ type, builders: ['https://b.dev/1'] }],
      hasDistrust: true,
      olderBundles: true,
    });
    expect(said).toMatch(
      /have to be builder https:\/\/b\.dev\/1, and the source/,
    );
    expect(said).toMatch(/No command knows what the operator distrusts/);
    expect(said).toMatch(/version 0\.1 or 0\.2, which cosign may not find/);
    expect(notes({ anyOf: [EC] })).not.toMatch(/distrusts|builder|0\.1/);
  });

  it('writes the trust policy that Notation needs, and what its success does not say', () => {
    const store: SignerRequirement = {
      kind: 'store',
      store: 'acme-ca',
      subject: 'CN=release,O=Acme',
    };
    const said = notes({ anyOf: [store] });
    const [, policy = ''] = / of a file with: (\{.*\})$/m.exec(said) ?? [];
    expect(JSON.parse(policy)).toEqual({
      version: '1.0',
      trustPolicies: [
        {
          name: 'acme-ca',
          registryScopes: ['ghcr.io/acme/charts/payments'],
          signatureVerification: { level: 'strict' },
          trustStores: ['ca:acme-ca'],
          trustedIdentities: ['x509.subject:CN=release,O=Acme'],
        },
      ],
    });
    expect(said).toContain('The commands read acme-ca.pem in your folder');
    expect(said).toMatch(/its success does not make a version verified here/);
  });

  it('has nothing to say where nothing is verified', () => {
    expect(notes({})).toBe('');
  });
});
