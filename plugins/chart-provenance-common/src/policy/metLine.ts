import { LineResult } from './policyLine';
import { Proof } from './proofs';

/** One signature can be attached a thousand times. */
const MAX_MET_BY = 16;

/**
 * A line that is met, with the evidence that meets it and whose it is.
 *
 * @param proofs - at least one, the one to be shown first
 * @internal
 */
export function metLine(proofs: readonly Proof[]): LineResult {
  const met = [...new Set(proofs.map(({ evidence }) => evidence.digest))];
  return {
    result: 'met',
    metBy: met.slice(0, MAX_MET_BY),
    signer: proofs[0].signer,
    reasons: [],
  };
}
