import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  actionsClaims,
  personClaims,
  type Signer,
} from '../company/signers.ts';
import { run } from '../process/run.ts';
import type { Sigstore } from '../services/sigstore.ts';
import type { TrustFiles } from '../trust/trustFiles.ts';

export type PredicateType = 'cyclonedx' | 'spdxjson' | 'slsaprovenance1';

/** cosign, as a release job at Acme runs it. */
export class Cosign {
  private readonly program: string;
  private readonly sigstore: Sigstore;
  private readonly trust: TrustFiles;
  private readonly folder: string;

  constructor(options: {
    program: string;
    sigstore: Sigstore;
    trust: TrustFiles;
    /** Where key pairs are. */
    folder: string;
  }) {
    this.program = options.program;
    this.sigstore = options.sigstore;
    this.trust = options.trust;
    this.folder = options.folder;
  }

  /** Makes `<name>.key` and `<name>.pub`. */
  async generateKeyPair(name: string): Promise<string> {
    const prefix = join(this.folder, name);
    await this.run(['generate-key-pair', '--output-key-prefix', prefix]);
    return `${prefix}.pub`;
  }

  async sign(reference: string, signer: Signer, runNumber: number) {
    await this.run([
      ...['sign', '--yes', ...this.services()],
      ...this.credentials(signer, runNumber),
      reference,
    ]);
  }

  async attest(
    reference: string,
    signer: Signer,
    runNumber: number,
    statement: { type: PredicateType; predicate: object },
  ) {
    const predicate = join(this.folder, `predicate-${statement.type}.json`);
    writeFileSync(predicate, JSON.stringify(statement.predicate));
    await this.run([
      ...['attest', '--yes', ...this.services()],
      ...['--type', statement.type, '--predicate', predicate],
      ...this.credentials(signer, runNumber),
      reference,
    ]);
  }

  private services(): string[] {
    const { signingConfig, trustedRoot } = this.trust;
    return ['--signing-config', signingConfig, '--trusted-root', trustedRoot];
  }

  private credentials(signer: Signer, runNumber: number): string[] {
    const { actions, accounts } = this.sigstore;
    switch (signer.kind) {
      case 'key':
        return ['--key', join(this.folder, `${signer.key}.key`)];
      case 'person':
        return ['--identity-token', accounts.token(personClaims(signer))];
      case 'workflow':
        return [
          '--identity-token',
          actions.token(actionsClaims(signer, runNumber)),
        ];
      default:
        throw new Error(`nobody signs as ${JSON.stringify(signer)}`);
    }
  }

  private run(args: string[]) {
    return run(this.program, args, { env: this.sigstore.env() });
  }
}
