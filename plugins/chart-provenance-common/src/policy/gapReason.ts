import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason } from '../verdict/types';
import { Proof } from './proofs';

/**
 * Who made a proof that was not checked to the end, and what was left out.
 *
 * @internal
 */
export function gapReason({ evidence, verification, signer }: Proof): Reason {
  const gaps = (verification.gaps ?? []).join(', ');
  return reasonOf(
    'unsupported-format',
    `By ${signerLabel(signer)}, and sound as far as it is checked here. ${
      gaps ? `Not checked: ${gaps}.` : 'Not all of it is.'
    } So it counts for nothing, and against nothing.`,
    evidence.digest,
  );
}
