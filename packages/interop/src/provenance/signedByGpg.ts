import type { Case } from './Case.ts';
import type { Ground } from './Ground.ts';

type Signing = Omit<Case, 'prov' | 'archive' | 'version'> & {
  at?: string;
  signers?: string[];
  extra?: string[];
};

/** The text that Helm signs, signed with gpg: as plugins for hardware keys do, and with keys that Helm refuses to sign with. */
const SIGNINGS: Signing[] = [
  { name: 'gpg-rsa3072', ring: 'rsa3072', expected: 'proven' },
  { name: 'gpg-ed25519', ring: 'ed25519', expected: 'proven' },
  { name: 'gpg-p256', ring: 'p256', expected: 'proven' },
  { name: 'gpg-subkey', ring: 'subkey', expected: 'proven' },
  {
    name: 'gpg-one-of-a-team',
    ring: 'team',
    signers: ['ed25519'],
    expected: 'proven',
  },
  {
    name: 'gpg-rsa1024',
    ring: 'rsa1024',
    expected: 'bad-signature',
    differs: 'a key of 1,024 bits proves nothing',
  },
  {
    name: 'gpg-dsa2048',
    ring: 'dsa2048',
    expected: 'bad-signature',
    differs: 'DSA is not accepted',
  },
  {
    name: 'gpg-sha1',
    ring: 'rsa2048',
    extra: ['--digest-algo', 'SHA1'],
    expected: 'bad-signature',
    differs: 'SHA-1 proves nothing',
  },
  {
    name: 'gpg-sha1-certified-key',
    ring: 'sha1-certified',
    expected: 'bad-signature',
    differs: 'a key that is certified with SHA-1 is not accepted',
  },
  {
    name: 'gpg-unknown-key',
    ring: 'rsa3072',
    signers: ['stranger'],
    expected: 'untrusted-key',
  },
  {
    name: 'gpg-expired-key',
    ring: 'expired',
    at: '20200601T000000',
    expected: 'certificate-expired',
  },
  {
    name: 'gpg-revoked-key',
    ring: 'revoked',
    expected: 'distrusted',
  },
  {
    name: 'gpg-before-the-key-was-extended',
    ring: 'extended',
    at: '20250601T000000',
    expected: 'proven',
  },
  {
    name: 'gpg-expired-signature',
    ring: 'ed25519',
    at: '20260201T000000',
    extra: ['--default-sig-expire', '1d'],
    expected: 'certificate-expired',
  },
  {
    name: 'gpg-signature-from-the-future',
    ring: 'ed25519',
    at: '20350101T000000',
    expected: 'certificate-expired',
  },
  {
    name: 'gpg-two-signatures',
    ring: 'team',
    signers: ['rsa3072', 'ed25519'],
    expected: 'unsupported-format',
    differs:
      'one file, one signature: another reader would name another signer',
  },
  {
    name: 'gpg-critical-notation',
    ring: 'ed25519',
    extra: ['--sig-notation', '!unknown@acme.example=1'],
    expected: 'bad-signature',
  },
];

/**
 * Signs the text with gpg in every way of the table.
 *
 * @param like - a provenance file by Helm, whose text is signed.
 */
export async function signedByGpg(
  { gpg, rings }: Ground,
  like: Case,
  text: string,
): Promise<Case[]> {
  const { archive, version } = like;
  const cases: Case[] = [];
  for (const { at, signers, extra, ...rest } of SIGNINGS) {
    const who = signers ?? [rest.ring];
    const options = { at: at ?? '20260301T000000', extra };
    const prov = await gpg.clearSign(text, who, options);
    cases.push({ ...rest, prov, archive, version });
  }
  // Afterwards: gpg does not sign with a key that is revoked.
  await gpg.revoke(await gpg.fingerprint('revoked'));
  rings.revoked = await gpg.export('revoked');
  return cases;
}
