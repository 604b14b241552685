import type { BundleJson, TrustedRootJson } from './BundleJson.ts';

/** What real tools signed, for cases to be made of. */
export interface MadeBundles {
  /** By the workflow, over `a.txt`: a message logged in Rekor v2, with a timestamp, */
  message: BundleJson;
  /** the same over another text, */
  otherText: BundleJson;
  /** the same by another workflow, */
  otherSigner: BundleJson;
  /** the same logged in Rekor v1, which promises (SET), with a timestamp, */
  promised: BundleJson;
  /** and again, for an entry of the same signer over the same text. */
  promisedAgain: BundleJson;
  /** Statements about `a.txt`, logged in each. */
  statement: BundleJson;
  promisedStatement: BundleJson;
  /** By a key, logged in Rekor v1. */
  keyed: BundleJson;
  trustedRoot: TrustedRootJson;
  /** Of another Sigstore. */
  otherRoot: TrustedRootJson;
  keys: { own: string; other: string };
  identity: string;
  issuer: string;
}

/** What no tool makes: by a Sigstore in memory, at times of our choosing. */
export interface LabBundles {
  /** A statement about `a.txt`. */
  good: BundleJson;
  /** Logged and timestamped when its certificate was over, */
  late: BundleJson;
  /** or before it was issued. */
  early: BundleJson;
  /** Its log entry names a bare key in place of the certificate, */
  loggedByKey: BundleJson;
  /** or another certificate. */
  loggedByOther: BundleJson;
  /** A payload of another type. */
  otherPayloadType: BundleJson;
  trustedRoot: TrustedRootJson;
  identity: string;
  issuer: string;
}
