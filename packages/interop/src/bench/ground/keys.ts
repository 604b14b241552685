import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process/run.ts';
import type { KeyId } from '../cells/types.ts';
import { KEYS } from './signers.ts';

function generate(key: KeyId): KeyObject {
  switch (key) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
    case 'ed25519':
      return generateKeyPairSync('ed25519').privateKey;
    default:
      return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  }
}

/** Makes `<id>.key` and `<id>.pub` in cosign's own format, for every key of the bench. */
export async function createKeys(
  cosign: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  for (const key of KEYS) {
    const pem = join(folder, `${key}.pem`);
    writeFileSync(
      ...([
        pem,
        generate(key).export({ type: 'pkcs8', format: 'pem' }),
      ] as const),
      { mode: 0o600 },
    );
    await run(
      cosign,
      [
        ...['import-key-pair', '--yes', '--key', pem],
        ...['--output-key-prefix', join(folder, key)],
      ],
      { env },
    );
  }
}
