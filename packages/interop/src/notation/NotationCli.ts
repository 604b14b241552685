import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from '../process/run.ts';
import { pemOf, type Holder } from './certificates.ts';

/** What Notation said. */
export interface NotationWord {
  ok: boolean;
  /** Why it refused, without what changes from run to run. */
  said?: string;
}

/** The real program, with homes of our own. */
export class NotationCli {
  private readonly program: string;
  private readonly folder: string;

  constructor(program: string, folder: string) {
    this.program = program;
    this.folder = folder;
  }

  /** Lets it sign with these, by name. */
  addKeys(holders: readonly Holder[]): void {
    const keys = holders.map(({ name, privateKey, chain }) => ({
      name,
      keyPath: this.write(
        `keys/${name}.key`,
        privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      ),
      certPath: this.write(`keys/${name}.pem`, pemOf(chain)),
    }));
    this.write('signer/notation/signingkeys.json', JSON.stringify({ keys }));
  }

  /** Trusts these for whatever is verified under the store, and a timestamp authority if told. */
  addStore(name: string, pem: string, timestampRoot?: string): void {
    const home = `store-${name}/notation`;
    this.write(`${home}/truststore/x509/ca/${name}/store.pem`, pem);
    if (timestampRoot) {
      this.write(`${home}/truststore/x509/tsa/${name}/root.pem`, timestampRoot);
    }
    const policy = {
      name: 'fixtures',
      registryScopes: ['*'],
      signatureVerification: { level: 'strict' },
      trustStores: [`ca:${name}`, ...(timestampRoot ? [`tsa:${name}`] : [])],
      trustedIdentities: ['*'],
    };
    this.write(
      `${home}/trustpolicy.json`,
      JSON.stringify({ version: '1.0', trustPolicies: [policy] }),
    );
  }

  async sign(
    reference: string,
    args: string[],
    clock: Record<string, string> = {},
  ): Promise<void> {
    await run(
      this.program,
      ['sign', '--insecure-registry', ...args, reference],
      { env: { ...this.env('signer'), ...clock } },
    );
  }

  async verify(reference: string, store: string): Promise<NotationWord> {
    const { exitCode, stdout, stderr } = await attempt(
      this.program,
      ['verify', '--verbose', '--insecure-registry', reference],
      { env: this.env(`store-${store}`) },
    );
    if (exitCode === 0) {
      return { ok: true };
    }
    const why = /failed verification with error: (.*)/.exec(stdout + stderr);
    return {
      ok: false,
      said: (why?.[1] ?? 'nothing')
        .replaceAll(reference, 'it')
        .replace(/sha256:[0-9a-f]{64}/g, 'sha256:…'),
    };
  }

  private env(home: string): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.folder,
      TZ: 'UTC',
      XDG_CONFIG_HOME: join(this.folder, home),
    };
  }

  private write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }
}
