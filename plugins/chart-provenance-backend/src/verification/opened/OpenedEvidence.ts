import { Bundle } from '@sigstore/bundle';
import { Statement } from '../../evidence';
import { SignedContent } from '../signature/SignedContent';

/** What a signed statement or payload says. Nothing in it is proven until its signature is. */
export type Claim = Pick<Statement, 'subjects'> & Partial<Statement>;

/** Evidence of any format made by a Sigstore tool, ready to be proven. */
export interface OpenedEvidence {
  /** The proofs around the signature, in the form of a bundle whatever form they were written in. */
  bundle: Bundle;
  signed: SignedContent;
  claim: Claim;
}
