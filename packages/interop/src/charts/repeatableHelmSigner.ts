import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import { TRUSTED_SINCE } from '../services/hosts.ts';
import type { HelmSigner } from './helmSigner.ts';

/**
 * A PGP key that is the same whenever the environment's seed is: GnuPG draws its
 * own random bytes, `pgp-key` those of Go.
 */
export async function createRepeatableHelmSigner(
  pgpKey: string,
  { name, email }: { name: string; email: string },
  { folder, env }: { folder: string; env: NodeJS.ProcessEnv },
): Promise<HelmSigner> {
  const keyring = join(folder, 'helm-secret.gpg');
  const publicKey = join(folder, 'helm-public.asc');
  await run(
    pgpKey,
    [
      ...['-name', name, '-email', email],
      ...['-created', TRUSTED_SINCE.toISOString()],
      ...['-keyring', keyring, '-public', publicKey],
    ],
    { env },
  );
  return { key: name, keyring, publicKey: readFileSync(publicKey, 'utf8') };
}
