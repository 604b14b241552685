import { REASONS } from './reasons';
import { signerLabel } from './signerLabel';

const keyless = { kind: 'keyless' as const, root: 'r', issuer: 'i' };

describe('REASONS', () => {
  it.each(Object.entries(REASONS))(
    '%s is said in few words, with a way on',
    (code, { title, advice, status }) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^\S+( \S+){0,4}$/);
      expect(advice).toMatch(/^[A-Z].*\.$/);
      expect(['verified', 'rejected', 'unsigned', 'indeterminate']).toContain(
        status,
      );
    },
  );
});

describe('signerLabel', () => {
  it.each([
    [
      'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1.8.2',
      'acme/payments · release.yml @ refs/tags/v1.8.2',
    ],
    [
      'https://gitlab.com/acme/team/payments//.gitlab-ci.yml@refs/heads/main',
      'acme/team/payments · .gitlab-ci.yml @ refs/heads/main',
    ],
    [
      'https://git.acme.dev/acme/payments/.gitea/workflows/release.yml@refs/tags/v1',
      'git.acme.dev/acme/payments · release.yml @ refs/tags/v1',
    ],
    [
      'https://Evil.dev/acme/payments/.github/workflows/release.yml@refs/tags/v1',
      'evil.dev/acme/payments · release.yml @ refs/tags/v1',
    ],
    [
      'https://gitlab.acme.dev/acme/payments//.gitlab-ci.yml@refs/tags/v1',
      'gitlab.acme.dev/acme/payments · .gitlab-ci.yml @ refs/tags/v1',
    ],
    ['release@acme.dev', 'release@acme.dev'],
    ['spiffe://acme.dev/ns/x', 'spiffe://acme.dev/ns/x'],
  ])('%s', (subject, expected) => {
    expect(signerLabel({ ...keyless, subject })).toBe(expected);
  });

  it('names a PGP key by its id and ring, never by what it calls itself', () => {
    const label = signerLabel({
      kind: 'pgp',
      keyring: 'edge-team',
      fingerprint: 'ab'.repeat(20),
      keyId: 'ab'.repeat(8),
      userId: 'The CEO <ceo@acme.dev>',
    });
    expect(label).toBe('PGP key abababababababab of keyring edge-team');
  });

  it('names a certificate with the store it leads to', () => {
    const label = signerLabel({
      kind: 'x509',
      store: 'acme-ca',
      subject: 'CN=release,O=Acme',
      fingerprint: 'f',
    });
    expect(label).toBe('certificate CN=release,O=Acme of store acme-ca');
  });

  it('names a key by its id, and is never long', () => {
    expect(signerLabel({ kind: 'key', key: 'release', fingerprint: 'f' })).toBe(
      'key release',
    );
    expect(
      signerLabel({ ...keyless, subject: 'x'.repeat(10_000) }),
    ).toHaveLength(160);
  });
});
