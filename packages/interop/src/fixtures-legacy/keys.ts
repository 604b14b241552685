import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LegacyCosign } from './LegacyCosign.ts';

export const KEYS = ['p256', 'other', 'rsa', 'ed25519'] as const;

function generate(key: (typeof KEYS)[number]) {
  switch (key) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    default:
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }
}

/** Makes `<name>.key` and `<name>.pub` of each kind that cosign signs with. */
export async function createKeys(
  cosign: LegacyCosign,
  folder: string,
): Promise<void> {
  for (const key of KEYS) {
    const pem = join(folder, `${key}.pem`);
    const { privateKey } = generate(key);
    writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
    await cosign.importKey(pem, join(folder, key));
  }
}
