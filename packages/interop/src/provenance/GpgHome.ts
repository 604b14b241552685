import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, run, type Outcome } from '../process/run.ts';

/** When the keys are made, unless told: long enough ago for every clock. */
export const KEYS_MADE = '20260101T000000';

interface At {
  /** The hour that gpg believes it is, e.g. `20260101T000000`. Now unless told. */
  at?: string;
}

/** GnuPG in a folder of its own, without passphrases. */
export class GpgHome {
  // Short: the agent's socket lies in it.
  readonly folder = mkdtempSync(join(tmpdir(), 'cp-gpg-'));

  async close(): Promise<void> {
    await attempt('gpgconf', ['--kill', 'all'], { env: this.env() });
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @returns the fingerprint of the new primary key. */
  async makeKey(
    name: string,
    algorithm: string,
    options: At & {
      usage?: string;
      expires?: string;
      extra?: readonly string[];
    } = {},
  ): Promise<string> {
    const { usage = 'sign', expires = '20360101T000000', extra = [] } = options;
    await this.gpg(
      [
        ...extra,
        ...['--quick-generate-key', userId(name), algorithm, usage, expires],
      ],
      { at: options.at ?? KEYS_MADE },
    );
    return this.fingerprint(name);
  }

  async fingerprint(name: string): Promise<string> {
    const { stdout } = await this.gpg(['--with-colons', '--list-keys', name]);
    const found = /^fpr:+([0-9A-F]{40}):/m.exec(stdout)?.[1];
    if (!found) {
      throw new Error(`gpg knows no key of ${name}`);
    }
    return found;
  }

  /** Revokes a key with the certificate that gpg made together with it. */
  async revoke(fingerprint: string): Promise<void> {
    const path = join(this.folder, 'openpgp-revocs.d', `${fingerprint}.rev`);
    // A colon keeps people from importing it by accident.
    const script = `sed 's/^:-----/-----/' '${path}' | gpg --batch --import`;
    await run('sh', ['-c', script], { env: this.env() });
  }

  /** The public keys, armoured. */
  async export(...args: string[]): Promise<string> {
    return (await this.gpg(['--armor', '--export', ...args])).stdout;
  }

  /** Writes a keyring as Helm reads it: binary. */
  async writeRing(armored: string, path: string): Promise<void> {
    await this.gpg(['--yes', '--output', path, '--dearmor'], {
      input: armored,
    });
  }

  /** Writes the secret keys of one name, as `helm package --sign` reads them. */
  async writeSecretRing(name: string, path: string): Promise<void> {
    await this.gpg(['--yes', '--output', path, '--export-secret-keys', name]);
  }

  /** A clear-signed message over the text. */
  async clearSign(
    text: string,
    signers: readonly string[],
    options: At & { extra?: readonly string[] } = {},
  ): Promise<string> {
    const path = join(this.folder, 'text');
    writeFileSync(path, text);
    const who = signers.flatMap(signer => ['--local-user', signer]);
    const { stdout } = await this.gpg(
      [...who, ...(options.extra ?? []), '--output', '-', '--clear-sign', path],
      options,
    );
    return stdout;
  }

  gpg(
    args: readonly string[],
    { at, input }: At & { input?: string } = {},
  ): Promise<Outcome> {
    const time = at ? ['--faked-system-time', at] : [];
    return run(
      'gpg',
      [
        ...['--batch', '--pinentry-mode', 'loopback', '--passphrase', ''],
        ...['--no-emit-version', '--allow-weak-digest-algos'],
        ...[...time, ...args],
      ],
      { env: this.env(), input },
    );
  }

  private env(): NodeJS.ProcessEnv {
    return { ...process.env, GNUPGHOME: this.folder };
  }
}

function userId(name: string): string {
  return `${name} <${name}@acme.example>`;
}
