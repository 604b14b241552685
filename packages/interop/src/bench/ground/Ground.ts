import { join } from 'node:path';
import { RekorV1 } from '../../services/rekorV1.ts';
import type { Sigstore } from '../../services/sigstore.ts';
import type { Toolbox } from '../../tools/toolbox.ts';
import type { TrustFiles } from '../../trust/trustFiles.ts';
import type { RegistryId } from '../cells/types.ts';
import type { NotationKeys } from './notationKeys.ts';
import type { PgpKeys } from './pgpKeys.ts';
import type { BenchRegistry } from './registries.ts';
import type { SigningConfigs } from './trust.ts';

/** What all cells stand on; everything in it is started once. */
export interface Ground {
  tools: Toolbox;
  /** Everything that is made lies below; also the tools' home. */
  folder: string;
  sigstore: Sigstore;
  trust: TrustFiles;
  signing: SigningConfigs;
  /** The keys of provenance files, or why there are none. */
  pgp: PgpKeys | { notRunnable: string };
  notation: NotationKeys;
  registries: ReadonlyMap<RegistryId, BenchRegistry>;
  stop(): Promise<void>;
}

/** The environment of every tool: its services, its passwords, nothing of this machine's. */
export function toolEnv({ sigstore, folder }: Ground): NodeJS.ProcessEnv {
  return {
    ...sigstore.env(),
    HOME: folder,
    DOCKER_CONFIG: join(folder, '.docker'),
    // cosign 2 has no flags for these.
    SIGSTORE_ROOT_FILE: sigstore.authorities.fulcioChain,
    SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: sigstore.certificateLogKey,
    ...(sigstore.rekorV1 instanceof RekorV1
      ? { SIGSTORE_REKOR_PUBLIC_KEY: sigstore.rekorV1.publicKey }
      : {}),
  };
}

/** @throws where no provenance file can be signed. */
export function pgpKeys({ pgp }: Ground): PgpKeys {
  if ('notRunnable' in pgp) {
    throw new Error(pgp.notRunnable);
  }
  return pgp;
}
