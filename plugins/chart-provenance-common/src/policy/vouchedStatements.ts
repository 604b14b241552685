import { Verification } from '../evidence/types';
import { Verdict } from '../verdict/types';
import { JudgeInput } from './judgeInput';
import { exhibitsOf } from './proofs';
import { statementsBy } from './statementsBy';

/**
 * What the signer of a verdict proves about the version: only this counts as attested. Anybody can attest anything about a digest, and
 * a signer's statement may be distrusted where their signature is not.
 *
 * @param input - what the verdict was made from
 * @returns those of `input.verifications`; none unless the verdict is `verified`
 * @public
 */
export function vouchedStatements(
  verdict: Verdict,
  input: JudgeInput,
): Verification[] {
  const { status, signer } = verdict;
  return status === 'verified' && signer
    ? statementsBy(signer, exhibitsOf(input), input).map(
        ({ verification }) => verification,
      )
    : [];
}
