import type { BundleJson, TrustedRootJson } from './BundleJson.ts';

/** A case as it is written. */
export interface CaseFiles {
  /** Without `_fail`, which follows from `refusedAs`. */
  name: string;
  /** One sentence. */
  why: string;
  bundle: BundleJson;
  /** Absent: it must be accepted. */
  refusedAs?: string;
  trustedRoot: TrustedRootJson;
  identity: string;
  issuer: string;
  key?: string;
  /** Text; absent: that of `a.txt`. */
  artifact?: string;
}

/** A case that stands on the same trust as others. */
export type CaseRow = Omit<CaseFiles, 'trustedRoot' | 'identity' | 'issuer'> &
  Partial<CaseFiles>;
