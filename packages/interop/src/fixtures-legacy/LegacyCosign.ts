import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsClaims, releaseWorkflow } from '../company/signers.ts';
import { run } from '../process/run.ts';
import { HOSTS } from '../services/hosts.ts';
import { RekorV1 } from '../services/rekorV1.ts';
import type { Sigstore } from '../services/sigstore.ts';

/** How one signature is made. */
export interface Manner {
  /** Name of the key; a workflow of acme/payments signs where it is missing. */
  key?: string;
  /** With a timestamp. */
  timed?: boolean;
  /** With an entry in the log of version 1; attestations as the kind named, `dsse` where it is `true`. */
  logged?: boolean | 'intoto';
  /** As a referrer instead of under a tag. */
  oci11?: boolean;
  /** As a Sigstore bundle. */
  bundle?: boolean;
}

const PREDICATES = {
  spdxjson: { spdxVersion: 'SPDX-2.3', packages: [{ name: 'payments' }] },
  slsaprovenance1: {
    buildDefinition: {
      buildType: 'https://acme.example/build/v1',
      externalParameters: {},
    },
    runDetails: { builder: { id: 'https://acme.example/builder' } },
  },
};

/** cosign 2, as release jobs ran it for years. */
export class LegacyCosign {
  private readonly options: {
    program: string;
    sigstore: Sigstore;
    folder: string;
    trustedRoot: string;
  };

  constructor(options: LegacyCosign['options']) {
    this.options = options;
  }

  async importKey(pem: string, prefix: string): Promise<void> {
    const command = ['import-key-pair', '--yes', '--key', pem];
    await this.run([...command, '--output-key-prefix', prefix]);
  }

  async sign(reference: string, manner: Manner): Promise<void> {
    const mode = manner.oci11 ? ['--registry-referrers-mode=oci-1-1'] : [];
    await this.run(
      ['sign', ...this.arguments(manner), ...mode, reference],
      manner,
    );
  }

  async attest(
    reference: string,
    manner: Manner,
    type: keyof typeof PREDICATES,
  ): Promise<void> {
    const predicate = this.write(`${type}.json`, PREDICATES[type]);
    const what = ['--type', type, '--predicate', predicate];
    const entry =
      manner.logged === 'intoto' ? ['--rekor-entry-type=intoto'] : [];
    await this.run(
      ['attest', ...this.arguments(manner), ...what, ...entry, reference],
      manner,
    );
  }

  async attachSbom(
    reference: string,
    manner: Pick<Manner, 'oci11'> = {},
  ): Promise<void> {
    const sbom = this.write('sbom.json', PREDICATES.spdxjson);
    const mode = manner.oci11 ? ['--registry-referrers-mode=oci-1-1'] : [];
    const what = ['--sbom', sbom, '--type', 'spdx', '--input-format', 'json'];
    await this.run(['attach', 'sbom', ...what, ...mode, reference], manner);
  }

  private arguments({ key, timed, logged, bundle }: Manner): string[] {
    const { folder, sigstore } = this.options;
    const identity = actionsClaims(
      releaseWorkflow('acme/payments', '1.0.0'),
      1,
    );
    return [
      '--yes',
      ...(logged
        ? ['--rekor-url', `https://${HOSTS.rekor1}`]
        : ['--tlog-upload=false']),
      ...(bundle ? ['--new-bundle-format'] : []),
      ...(timed
        ? [
            '--timestamp-server-url',
            `https://${HOSTS.timestamp}/api/v1/timestamp`,
          ]
        : []),
      ...(key
        ? ['--key', join(folder, `${key}.key`)]
        : [
            ...['--fulcio-url', `https://${HOSTS.fulcio}`],
            ...['--identity-token', sigstore.actions.token(identity)],
          ]),
    ];
  }

  private write(name: string, value: object): string {
    const path = join(this.options.folder, name);
    writeFileSync(path, JSON.stringify(value));
    return path;
  }

  private async run(args: string[], { oci11 }: Manner = {}): Promise<void> {
    const { program, sigstore, folder } = this.options;
    const { rekorV1 } = sigstore;
    await run(program, args, {
      env: {
        ...sigstore.env(),
        SIGSTORE_ROOT_FILE: sigstore.authorities.fulcioChain,
        SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: sigstore.certificateLogKey,
        TUF_ROOT: join(folder, 'tuf'),
        ...(rekorV1 instanceof RekorV1
          ? { SIGSTORE_REKOR_PUBLIC_KEY: rekorV1.publicKey }
          : {}),
        ...(oci11 ? { COSIGN_EXPERIMENTAL: '1' } : {}),
      },
    });
  }
}
