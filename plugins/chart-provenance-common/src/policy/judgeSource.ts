import { sourceMatches } from '../source/sourceMatches';
import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { JudgeInput } from './judgeInput';
import { unreadReason } from './judgeAttestation';
import { LineResult } from './policyLine';
import { isProvenance, SLSA_PROVENANCE } from './predicateTypes';
import { Exhibit, Proof } from './proofs';
import { statementsBy } from './statementsBy';

/**
 * Is the expected source proven for a signature that counts? The certificate's source repository decides where it names one: Fulcio
 * took it from the run, not from the publisher. Otherwise, as with keys, provenance by the same signer must name it.
 *
 * @returns undefined when the operator expects no particular source
 * @internal
 */
export function judgeSource(
  proof: Proof,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): LineResult | undefined {
  const expected = input.chart.expectedSource;
  if (expected === null) {
    return undefined;
  }
  const { signer, evidence } = proof;
  if (signer.kind === 'keyless' && signer.sourceRepository !== undefined) {
    return sourceMatches(expected, signer.sourceRepository)
      ? { result: 'met', metBy: [evidence.digest], reasons: [] }
      : wrongSource(expected, signer.sourceRepository, evidence.digest);
  }
  return sourceByProvenance(expected, proof, exhibits, input);
}

function sourceByProvenance(
  expected: string,
  { signer }: Proof,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): LineResult {
  const provenances = statementsBy(signer, exhibits, input).filter(
    ({ verification }) => isProvenance(verification.predicateType),
  );
  const good = provenances.find(({ verification }) =>
    sourceMatches(expected, verification.predicate?.source ?? ''),
  );
  if (good) {
    return { result: 'met', metBy: [good.evidence.digest], reasons: [] };
  }
  const unread = unreadReason(SLSA_PROVENANCE, exhibits, input);
  if (unread) {
    return { result: 'undecided', metBy: [], reasons: [unread] };
  }
  const other = provenances.find(
    ({ verification }) => verification.predicate?.source,
  );
  if (other?.verification.predicate?.source) {
    return wrongSource(
      expected,
      other.verification.predicate.source,
      other.evidence.digest,
    );
  }
  return {
    result: 'failed',
    metBy: [],
    reasons: [
      reasonOf(
        'source-unproven',
        `${signerLabel(
          signer,
        )} names no source, and no provenance by the same signer says that it was built from ${expected}.`,
      ),
    ],
  };
}

function wrongSource(
  expected: string,
  actual: string,
  evidence: string,
): LineResult {
  return {
    result: 'failed',
    metBy: [],
    reasons: [
      reasonOf(
        'wrong-source',
        `Built from ${actual}; expected ${expected}.`,
        evidence,
      ),
    ],
  };
}
