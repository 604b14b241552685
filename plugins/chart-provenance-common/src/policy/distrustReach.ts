import { distrustOf } from './distrustOf';
import { JudgeInput } from './judgeInput';
import { exhibitsOf, proofsAbout } from './proofs';

/**
 * Which entries of the distrust list reach a version: those that name its digest, or by which a proof about it does not count. The version
 * may be verified all the same, by a proof that none of them reaches.
 *
 * @returns ids, in the order of the list
 * @public
 */
export function distrustReach(input: JudgeInput): string[] {
  const { digest } = input.subject;
  const proofs = proofsAbout(exhibitsOf(input), digest);
  return input.distrust
    .filter(
      entry =>
        entry.digest === digest ||
        proofs.some(proof => distrustOf(proof, proofs, [entry])),
    )
    .map(({ id }) => id);
}
