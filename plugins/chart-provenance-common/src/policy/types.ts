/**
 * Who may sign: an identity under one root, a key, or the keys of a ring. Roots are never merged.
 *
 * @public
 */
export type SignerRequirement =
  | {
      kind: 'keyless';
      root: string;
      issuer: string;
      /** Exact subject, or */
      subject?: string;
      /** an anchored pattern, run on a linear-time engine. Exactly one of the two is set. */
      subjectPattern?: string;
      /** Each compared exactly with what the certificate says, where set; a certificate that does not say it does not meet it. */
      sourceRepositoryId?: string;
      sourceOwnerId?: string;
      /** Event that started the run, e.g. `push`. */
      trigger?: string;
      /** e.g. `github-hosted`. */
      runnerEnvironment?: string;
    }
  | { kind: 'key'; key: string }
  /** A Helm provenance file by a key of the ring: it proves the chart archive, not the manifest around it. */
  | { kind: 'keyring'; keyring: string }
  /**
   * A Notation signature whose certificate leads to one of the store. Never met for now: what is not checked of it (revocation above all)
   * keeps the requirement undecided.
   */
  | {
      kind: 'store';
      store: string;
      /** Of the signing certificate, exactly, as RFC 4514 writes it. */
      subject?: string;
    };

/**
 * What must be attested over the digest, in a signed statement.
 *
 * @public
 */
export interface AttestationRequirement {
  /** Predicate type; without a version it takes every version. */
  type: string;
  /** Who must have attested it; absent: the signer that met the signature. */
  anyOf?: SignerRequirement[];
  /**
   * For SLSA provenance: ids of the builders that are accepted, exactly. Absent: the builder that the certificate of whoever attested it
   * names; where the signer is no certificate, or its certificate names none, any.
   */
  builders?: string[];
}

/**
 * The operator's word on who may sign a chart and what must come with it.
 *
 * @public
 */
export interface TrustPolicy {
  name: string;
  /** May an entity ask for this policy *in addition* by annotation? */
  selectable: boolean;
  /** At least one signer must have signed the exact manifest digest; one of a keyring, the chart archive in that manifest. */
  anyOf: SignerRequirement[];
  /** What must be attested over the digest. */
  requireAttestations: AttestationRequirement[];
  /** A last successful look older than this (milliseconds) makes the verdict indeterminate. */
  maxStalenessMs: number;
}

/**
 * Something that is never trusted, whatever signs for it.
 *
 * @public
 */
export interface Distrust {
  id: string;
  reason: string;
  /** Of the chart's manifest, or of a piece of evidence: its `digest`, `manifest` or `contents`. */
  digest?: string;
  /** Id of a key or keyring, or the fingerprint of a key, hex. */
  key?: string;
  root?: string;
  /** Exact `subject`, with `issuer`. */
  identity?: { issuer: string; subject: string };
  /** e.g. `github.com/acme/tools`. */
  sourceRepository?: string;
  /** Entry of a transparency log: SHA-256 (hex) of its leaf, as `Verification.logEntries` has it. */
  logEntry?: string;
  /** Only signatures whose verified times lie in the range; both ends optional, ISO. */
  from?: string;
  until?: string;
}
