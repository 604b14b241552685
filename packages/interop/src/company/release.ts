import type { PredicateType } from '../evidence/cosign.ts';
import type { Signer } from './signers.ts';

export type Verdict = 'verified' | 'rejected' | 'unsigned' | 'indeterminate';

export interface Expectation {
  verdict: Verdict;
  /** `null` where the verdict says it all. */
  reason:
    | null
    | 'bad-signature'
    | 'name-or-version-mismatch'
    | 'no-policy'
    | 'rollback'
    | 'digest-mismatch'
    | 'untrusted-key'
    | 'wrong-identity'
    | 'wrong-issuer'
    | 'wrong-source';
}

export interface Release {
  chart: string;
  version: string;
  /** When it was packaged and, a moment later, signed. */
  at: string;
  appVersion?: string;
  /** Nobody signs when there is none. */
  signer?: Signer;
  attest?: PredicateType[];
  /** With a Helm provenance file beside the chart. */
  provenanceFile?: boolean;
  /** What happens to it after signing. */
  accident?: 'replaced' | 'signature-altered';
  /** A second build that leaves the version's tag where it was. */
  rebuild?: boolean;
  story: string;
  expected: Expectation;
}

/** One more tag on a release that is there. */
export interface ExtraTag {
  chart: string;
  tag: string;
  version: string;
  story: string;
  expected: Expectation;
}

/** What happens to a tag after it was first seen. */
export interface TagMove {
  chart: string;
  tag: string;
  at: string;
  /** The version whose build the tag moves to. */
  to: { version: string; rebuild?: boolean };
  story: string;
  expected: Expectation;
}

export const VERIFIED: Expectation = { verdict: 'verified', reason: null };

export function rejected(reason: NonNullable<Expectation['reason']>) {
  return { verdict: 'rejected', reason } satisfies Expectation;
}
