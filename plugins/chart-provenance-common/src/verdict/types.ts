/**
 * The policy outcome for one chart version. Presence of a signature is never called verified.
 *
 * @public
 */
export type VerdictStatus =
  | 'verified'
  | 'rejected'
  | 'unsigned'
  | 'indeterminate';

/**
 * The side a reason or an error comes from, so that a reader knows who can act.
 *
 * @public
 */
export type Side = 'catalog' | 'registry' | 'trust' | 'chart' | 'store';

/**
 * Why a verdict is what it is. Closed: every code is documented in docs/verdicts.md, with what to do about it.
 *
 * @public
 */
export type ReasonCode =
  // verified
  | 'policy-met'
  // rejected: something is there, and it fails
  | 'wrong-identity'
  | 'wrong-issuer'
  | 'wrong-source'
  | 'source-unproven'
  | 'bad-signature'
  | 'untrusted-key'
  | 'untrusted-root'
  | 'digest-mismatch'
  | 'log-proof-missing'
  | 'timestamp-missing'
  | 'certificate-expired'
  | 'missing-attestation'
  /** Provenance names another builder than the certificate of whoever signed it, or than the policy allows. */
  | 'wrong-builder'
  | 'name-or-version-mismatch'
  | 'rollback'
  | 'distrusted'
  | 'ambiguous-index'
  // unsigned: the walk finished and nothing is there
  | 'no-signature'
  // indeterminate: it could not be decided
  | 'not-yet-judged'
  | 'no-policy'
  | 'unknown-policy'
  | 'policy-not-selectable'
  | 'ownership-conflict'
  | 'registry-unreachable'
  | 'registry-denied'
  | 'registry-limited'
  | 'registry-misbehaved'
  | 'evidence-incomplete'
  | 'evidence-too-large'
  | 'awaiting-bytes'
  | 'unsupported-format'
  | 'stale'
  | 'stale-root'
  | 'verifier-failed';

/**
 * One reason, addressed to a reader.
 *
 * @public
 */
export interface Reason {
  code: ReasonCode;
  /** One plain sentence: what is wrong (or met), with the values that decided it. */
  message: string;
  side: Side;
  /** Manifest digest of the evidence that led here, if one did. */
  evidence?: string;
}

/**
 * Who made a signature, as proven by the certificate or key under one trust root. Never read from annotations.
 *
 * @public
 */
export type Signer =
  | {
      kind: 'keyless';
      /** Id of the configured trust root that proved it. */
      root: string;
      issuer: string;
      /** The certificate's only subject alternative name. */
      subject: string;
      /** Source repository URI (Fulcio extension 12), e.g. `https://github.com/acme/payments`. */
      sourceRepository?: string;
      /** Commit (extension 13). */
      sourceDigest?: string;
      /** Git ref (extension 14). */
      sourceRef?: string;
      /** Builder: URI of the workflow that ran (extension 9). */
      buildSigner?: string;
      /** Run invocation URI (extension 21). */
      runInvocation?: string;
      /** Event that started the run (extension 20). */
      trigger?: string;
      /** Id of the source repository at its host (extension 15): stays when the repository is renamed, and is never given again. */
      sourceRepositoryId?: string;
      /** URI and id of the owner of the source repository (extensions 16 and 17). */
      sourceOwner?: string;
      sourceOwnerId?: string;
      /** e.g. `github-hosted` (extension 11). */
      runnerEnvironment?: string;
      /** Build configuration that ran (extension 18). */
      buildConfig?: string;
      /** Visibility of the source repository when it was signed (extension 22). */
      sourceVisibility?: string;
    }
  | {
      kind: 'key';
      /** Id of the configured key. */
      key: string;
      /** SHA-256 of the key's DER SubjectPublicKeyInfo, hex. */
      fingerprint: string;
    }
  | {
      /** By a Helm provenance file: over the chart archive and its Chart.yaml, not over the manifest. */
      kind: 'pgp';
      /** Id of the configured keyring that holds the key. */
      keyring: string;
      /** Of the primary key, hex in lower case: 40 digits (version 4) or 64 (version 6). */
      fingerprint: string;
      /** Id of the key that signed: the primary key or one of its subkeys; 16 hex digits in lower case. */
      keyId: string;
      /** Fingerprint of the subkey that signed, where it was one. */
      subkey?: string;
      /** What the key in the ring calls itself: text that nobody vouches for but the operator, who put the key there. */
      userId?: string;
    }
  | {
      /** By a Notation signature over the manifest. */
      kind: 'x509';
      /** Id of the configured store of certificates that its certificate leads to. */
      store: string;
      /** Of the signing certificate, as RFC 4514 writes it. */
      subject: string;
      /** SHA-256 of the signing certificate, hex. */
      fingerprint: string;
    };

/**
 * One line of a policy and whether it was proven.
 *
 * @public
 */
export interface RequirementResult {
  /**
   * Stable id inside the verdict: `distrust`, `tag-version`, `tag-history`, `policy:<name>:signature`, `policy:<name>:source`,
   * `policy:<name>:attestation:<type>` (with `#2` and so on where one type is asked for several times); and, only when they are open: `chart` (owner or policy unknown), `evidence` (not
   * everything was read), `freshness`, `key-window`.
   */
  id: string;
  /** What is asked, in words. */
  title: string;
  /** The keyless signers asked for, one of which must have signed or attested, each as the configuration has it; lines parted by `\n`. */
  asks?: string[];
  /** Name of the policy that asks; absent for the rules that hold for every chart. */
  policy?: string;
  result: 'met' | 'failed' | 'undecided';
  /** The evidence (`Evidence.digest`) that met it, at most 16; empty for the rules that no evidence meets. */
  metBy: string[];
  /** Whose evidence met it, of several the first in `metBy`; absent where none did. */
  signer?: Signer;
  /** Why it is not met; empty when met. */
  reasons: Reason[];
}

/**
 * The outcome for one chart version, with its proof.
 *
 * @public
 */
export interface Verdict {
  status: VerdictStatus;
  /** Never empty; the first one is shown beside the shield. */
  reasons: Reason[];
  requirements: RequirementResult[];
  /** The signer that met (or, when rejected, came nearest to meeting) the signature requirement. */
  signer?: Signer;
  /** Names of the policies applied. */
  policies: string[];
  /** ISO time at which the inputs were judged. */
  decidedAt: string;
  /** ISO time of the last `verified` verdict, when the current one is not `verified`. */
  lastVerifiedAt?: string;
  /** ISO time from which on a `verified` verdict no longer holds, because a key that it stands on ends; judged on read. */
  countsUntil?: string;
}
