import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason, Signer } from '../verdict/types';
import { Proof } from './proofs';
import { Mismatch } from './signerMeets';

/**
 * Says of a genuine signature what about its signer is not what was asked for.
 *
 * @internal
 */
export function mismatchReason(
  { code, words }: Mismatch,
  { signer, evidence }: Proof,
): Reason {
  const who = `Signed by ${signerLabel(signer)}`;
  const other =
    code === 'untrusted-root'
      ? `${who}${underWhat(signer)}, which the policy does not name.`
      : `${who}, ${
          code === 'untrusted-key' ? 'which' : 'whom'
        } the policy does not name.`;
  return reasonOf(
    code,
    words === undefined ? other : `${who}, ${words}.`,
    evidence.digest,
  );
}

function underWhat(signer: Signer): string {
  return signer.kind === 'keyless'
    ? ` under the trust root ${signer.root}`
    : '';
}
