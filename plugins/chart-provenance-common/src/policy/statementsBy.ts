import { distrustOf } from './distrustOf';
import { JudgeInput } from './judgeInput';
import { Exhibit, namesDigest, Proof } from './proofs';
import { sameSigner } from './sameSigner';

/**
 * Proven statements of one signer about this digest that no distrust takes away.
 *
 * @internal
 */
export function statementsBy(
  signer: Proof['signer'],
  exhibits: readonly Exhibit[],
  { subject, distrust }: JudgeInput,
): Proof[] {
  const proofs = exhibits
    .flatMap(exhibit => exhibit.proofs)
    .filter(proof => namesDigest(proof, subject.digest));
  return proofs.filter(
    proof =>
      sameSigner(proof.signer, signer) &&
      distrustOf(proof, proofs, distrust) === undefined,
  );
}
