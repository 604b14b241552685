import { AttestationRequirement, SignerRequirement } from '../policy/types';
import { Verdict } from '../verdict/types';

/**
 * What a command is written for.
 *
 * @public
 */
export interface VerifyCommandsInput {
  registry: string;
  repository: string;
  /** Digest of the chart manifest. */
  digest: string;
  /** The chart's own version: Helm verifies a provenance file by version only. Without it there is no command for a keyring. */
  version?: string;
  /** Who may sign, as the policy has it: one group of commands each. */
  anyOf: readonly SignerRequirement[];
  /** What the policy requires to be attested. */
  requireAttestations?: readonly AttestationRequirement[];
  expectedSource?: string | null;
  /** Where the reader has the `trusted_root.json` of a root; none for the public instance. */
  rootPaths?: Readonly<Record<string, string>>;
  /** Where the reader has a public key; `<id>.pub` by default. */
  keyPaths?: Readonly<Record<string, string>>;
  /** Where the reader has a keyring, in binary; `<id>.gpg` by default. */
  keyringPaths?: Readonly<Record<string, string>>;
  /** Where the reader has the certificates of a store; `<id>.pem` by default. */
  storePaths?: Readonly<Record<string, string>>;
  /** Keys whose signatures are not in a transparency log. */
  keysWithoutLog?: readonly string[];
  /** The `trusted_root.json` of the log that key signatures are in; none for the public instance's. */
  keyLogRootPath?: string;
  /** The registry speaks HTTP only. */
  plainHttp?: boolean;
  /**
   * Ed25519 keys that signed in the pre-hashed form, or in which form nobody knows: cosign signs so and its own `verify` refuses it, so no
   * command is written for them.
   */
  ed25519Keys?: readonly string[];
  /** Roots that ask for no entry in a transparency log. */
  rootsWithoutLog?: readonly string[];
  /** Roots that ask for no entry in a log of certificates. */
  rootsWithoutCertificateLog?: readonly string[];
  /** Roots that are GitHub's own instance, whose attestations `gh` verifies. */
  githubRoots?: readonly string[];
  /** A Helm provenance file is there; where none is, Helm has nothing to verify. True unless told. */
  provenanceFile?: boolean;
  /** A Notation signature is there; where none is, Notation has nothing to verify. True unless told. */
  notation?: boolean;
  /** The signatures are cosign 2's in OCI 1.1 referrers, where cosign looks only when it is told to. */
  ociReferrers?: boolean;
  /** Signatures stand in Sigstore bundles of version 0.1 or 0.2. */
  olderBundles?: boolean;
  /** What was decided of the version, so that the notes say what to expect; they say nothing of it unless told. */
  verdict?: Pick<Verdict, 'status' | 'requirements'>;
  /** The operator distrusts something: no command knows of it. */
  hasDistrust?: boolean;
}

/**
 * A command with what it is for.
 *
 * @public
 */
export interface Command {
  title: string;
  /** One line for a POSIX shell. */
  command: string;
}
