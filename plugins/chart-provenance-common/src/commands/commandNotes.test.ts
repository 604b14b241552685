import { SignerRequirement } from '../policy/types';
import { commandNotes } from './commandNotes';
import { VerifyCommandsInput } from './verifyCommands';

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

  it('has nothing to say where nothing is verified', () => {
    expect(notes({})).toBe('');
  });
});
