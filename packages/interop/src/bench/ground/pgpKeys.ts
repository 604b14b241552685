import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHelmSigner, type HelmSigner } from '../../charts/helmSigner.ts';
import { attempt, run } from '../../process/run.ts';
import { folderFor } from './folderFor.ts';

export interface PgpKeys {
  release: HelmSigner;
  stranger: HelmSigner;
  /** The public key of `release` as Helm takes it: binary. */
  keyring: string;
  /** The same as operators keep it: armoured. */
  armoured: string;
}

/** @returns why no provenance file can be signed here; nothing when it can. */
export async function noGnuPg(): Promise<string | undefined> {
  const outcome = await attempt('gpg', ['--version']).catch(() => undefined);
  return outcome?.exitCode === 0
    ? undefined
    : 'GnuPG is not installed: apt-get install gnupg';
}

/** Two people who sign provenance files; only one of them is trusted. */
export async function createPgpKeys(folder: string): Promise<PgpKeys> {
  const release = await createHelmSigner(
    'Acme release',
    'release@acme.example',
    folderFor({ folder }, 'pgp-release'),
  );
  const stranger = await createHelmSigner(
    'Mallory',
    'mallory@mallory.example',
    folderFor({ folder }, 'pgp-stranger'),
  );
  const armoured = join(folder, 'release.asc');
  writeFileSync(armoured, release.publicKey);
  const keyring = join(folder, 'release.gpg');
  await run('gpg', [
    ...['--batch', '--yes', '--output', keyring, '--dearmor', armoured],
  ]);
  return { release, stranger, keyring, armoured };
}
