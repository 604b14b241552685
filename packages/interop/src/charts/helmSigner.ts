import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from '../process/run.ts';

/** A PGP key that Helm can sign provenance files with. */
export interface HelmSigner {
  key: string;
  /** Path of the secret keyring. */
  keyring: string;
  /** The public key, armoured. */
  publicKey: string;
}

export async function createHelmSigner(
  name: string,
  email: string,
  folder: string,
): Promise<HelmSigner> {
  const home = join(folder, 'gnupg');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const env = { ...process.env, GNUPGHOME: home };
  const gpg = (...args: string[]) =>
    run('gpg', ['--batch', '--pinentry-mode', 'loopback', ...args], { env });
  const present = await attempt('gpg', ['--version']).catch(() => undefined);
  if (present?.exitCode !== 0) {
    throw new Error(
      'GnuPG is needed for the Helm provenance file: install gpg and try again.',
    );
  }

  const keyring = join(folder, 'helm-secret.gpg');
  const user = `${name} <${email}>`;
  await gpg(
    ...['--passphrase', '', '--faked-system-time', '20260101T000000'],
    ...['--quick-generate-key', user, 'rsa3072', 'sign', '20360101T000000'],
  );
  await gpg('--passphrase', '', '--output', keyring, '--export-secret-keys');
  const { stdout: publicKey } = await gpg('--armor', '--export', email);
  await attempt('gpgconf', ['--kill', 'all'], { env });
  return { key: name, keyring, publicKey };
}
