import type { AttestationType } from '../cells/types.ts';
import type { Discovered } from './discover.ts';

/** What a verifying tool said. */
export interface Answer {
  accepted: boolean;
  /** Its last line when it refused. */
  words: string;
}

export interface SignatureAnswer extends Answer {
  /** `docker-manifest-digest` of each signature it lists. */
  digests: string[];
  /** Signer, where the output names one: only for the layouts of cosign 2. */
  signers: { issuer: string; subject: string }[];
}

export interface AttestationAnswer extends Answer {
  /** Of each statement it prints. */
  statements: { predicateType: string; subjects: string[] }[];
}

/** Everything the real tools say about one cell. */
export interface ToolAnswers {
  /** `cosign verify` with what the policy asks for; absent where the policy asks for a keyring or a store. */
  verify?: SignatureAnswer;
  /** `cosign verify-attestation`, for each type that was attested. */
  attestations: Partial<Record<AttestationType, AttestationAnswer>>;
  tree: Tree;
  discovered: Discovered[];
  /** `helm show chart`, by tag. */
  chart: Answer & { name?: string; version?: string };
  /** `helm pull`: what arrived. */
  archiveDigest?: string;
  /** `helm pull --verify`, where the cell has a provenance file, or ought to. */
  pullVerify?: Answer & { fingerprint?: string };
  /** `notation verify`, where the cell is signed with it. */
  notation?: Answer;
}

/** What `cosign tree` shows. */
export interface Tree {
  /** Digests of layers, by what cosign calls their branch. */
  signatures: string[];
  attestations: string[];
  sboms: string[];
  referrers: { digest: string; artifactType: string; layers: string[] }[];
}
