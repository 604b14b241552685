/** One folder of a suite: a bundle, what it must be over, and under which trust it must hold, or must not. */
export interface ConformanceCase {
  name: string;
  mustFail: boolean;
  bundle: Uint8Array;
  artifact: Uint8Array;
  /** Parsed `trusted_root.json`; absent: the public-good instance. */
  trustedRoot?: unknown;
  /** PEM. With a key, who is named by a certificate does not matter. */
  key?: string;
  identity: string;
  issuer: string;
  /** The code that a case which must fail has to fail with; not part of the public suite's layout. */
  refusedAs?: string;
}
