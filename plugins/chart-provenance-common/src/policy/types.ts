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
    }
  | { kind: 'key'; key: string }
  /** A Helm provenance file by a key of the ring: it proves the chart archive, not the manifest around it. */
  | { kind: 'keyring'; keyring: string };

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
  /** Predicate types that must be attested over the digest by the signer that met the signature. */
  requireAttestations: string[];
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
  /** Only signatures whose verified times lie in the range; both ends optional, ISO. */
  from?: string;
  until?: string;
}
