import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason } from '../verdict/types';
import { isSignature } from './predicateTypes';
import { Proof } from './proofs';
import { Distrust } from './types';

/**
 * Why a proof does not count by an entry of the distrust list.
 *
 * @internal
 */
export function distrustedReason(
  { evidence, verification, signer }: Proof,
  { reason }: Distrust,
): Reason {
  const what = isSignature(evidence, verification)
    ? 'signature'
    : `attestation ${verification.predicateType ?? ''}`;
  return reasonOf(
    'distrusted',
    `The ${what} by ${signerLabel(signer)} does not count: ${reason}`,
    evidence.digest,
  );
}
