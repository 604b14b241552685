import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  actionsClaims,
  releaseWorkflow,
  type WorkflowSigner,
} from '../company/signers.ts';
import { run } from '../process/run.ts';
import type { Sigstore } from '../services/sigstore.ts';
import type { BundleJson } from './BundleJson.ts';

/** How one file is signed. */
export interface Manner {
  /** Path of the signing config: it says which log. */
  config: string;
  /** Path of a private key; the release workflow signs where it is missing. */
  key?: string;
  /** Default: the release workflow of `acme/payments`. */
  workflow?: WorkflowSigner;
}

export const WORKFLOW = releaseWorkflow('acme/payments', '1.0.0');

/** cosign 3 over files. */
export class Blobs {
  private readonly options: {
    program: string;
    sigstore: Sigstore;
    trustedRoot: string;
    folder: string;
  };

  constructor(options: Blobs['options']) {
    this.options = options;
  }

  /** Makes `<name>.key` and `<name>.pub`. @returns the path of both without its ending. */
  async generateKeyPair(name: string): Promise<string> {
    const prefix = join(this.options.folder, name);
    await this.run(['generate-key-pair', '--output-key-prefix', prefix]);
    return prefix;
  }

  /** Signs a text. */
  async sign(text: string, manner: Manner): Promise<BundleJson> {
    return this.bundle(['sign-blob'], text, manner);
  }

  /** Attests something of a text. */
  async attest(text: string, manner: Manner): Promise<BundleJson> {
    const predicate = join(this.options.folder, 'predicate.json');
    writeFileSync(predicate, '{"tested":true}');
    const type = 'https://acme.example/tested/v1';
    const what = ['--predicate', predicate, '--type', type];
    return this.bundle(['attest-blob', ...what], text, manner);
  }

  private async bundle(
    command: string[],
    text: string,
    { config, key, workflow = WORKFLOW }: Manner,
  ): Promise<BundleJson> {
    const { folder, sigstore, trustedRoot } = this.options;
    const file = join(folder, 'blob.txt');
    const bundle = join(folder, 'blob.sigstore.json');
    writeFileSync(file, text);
    const token = sigstore.actions.token(actionsClaims(workflow, 1));
    await this.run([
      ...[...command, '--yes', '--bundle', bundle],
      ...['--signing-config', config, '--trusted-root', trustedRoot],
      ...(key ? ['--key', `${key}.key`] : ['--identity-token', token]),
      file,
    ]);
    return JSON.parse(readFileSync(bundle, 'utf8'));
  }

  private run(args: string[]) {
    const { program, sigstore } = this.options;
    return run(program, args, { env: sigstore.env() });
  }
}
