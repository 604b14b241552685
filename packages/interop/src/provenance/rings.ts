import type { GpgHome } from './GpgHome.ts';

/** Public keyrings by name, armoured. */
export type Rings = Record<string, string>;

const SHA1_CERTIFICATION = ['--cert-digest-algo', 'SHA1'];

/** Makes keys of every kind that matters, and of each a ring with nothing else in it. */
export async function makeRings(gpg: GpgHome): Promise<Rings> {
  await gpg.makeKey('rsa2048', 'rsa2048');
  await gpg.makeKey('rsa3072', 'rsa3072');
  await gpg.makeKey('ed25519', 'ed25519');
  await gpg.makeKey('p256', 'nistp256');
  await gpg.makeKey('rsa1024', 'rsa1024');
  await gpg.makeKey('dsa2048', 'dsa2048');
  await gpg.makeKey('sha1-certified', 'rsa2048', { extra: SHA1_CERTIFICATION });
  await gpg.makeKey('stranger', 'ed25519');
  const subkey = await gpg.makeKey('subkey', 'ed25519', { usage: 'cert' });
  await gpg.gpg(
    ['--quick-add-key', subkey, 'ed25519', 'sign', '20360101T000000'],
    { at: '20260102T000000' },
  );
  await gpg.makeKey('expired', 'ed25519', {
    at: '20200101T000000',
    expires: '20210101T000000',
  });
  await gpg.makeKey('revoked', 'ed25519');
  const extended = await gpg.makeKey('extended', 'ed25519', {
    at: '20250101T000000',
    expires: '20260101T000000',
  });
  await gpg.gpg(['--quick-set-expire', extended, '20360101T000000'], {
    at: '20251201T000000',
  });
  await gpg.makeKey('cert-only', 'ed25519', { usage: 'cert' });
  const alone = [
    ...['rsa2048', 'rsa3072', 'ed25519', 'p256', 'rsa1024', 'dsa2048'],
    ...['sha1-certified', 'stranger', 'subkey', 'expired', 'cert-only'],
  ];
  const rings: Rings = {};
  for (const name of alone) {
    rings[name] = await gpg.export(name);
  }
  // As key servers hand it out: with its newest self-signature only.
  rings.extended = await gpg.export(
    '--export-options',
    'export-minimal',
    'extended',
  );
  rings.team = await gpg.export('rsa3072', 'ed25519');
  return rings;
}
