import { sourceMatches } from '../source/sourceMatches';
import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { AttestationRequirement, TrustPolicy } from './types';
import { Attestation, attestationsOf } from './attestations';
import { JudgeInput } from './judgeInput';
import { unreadReason } from './judgeAttestation';
import { metLine } from './metLine';
import { byNearness } from './nearness';
import { LineResult } from './policyLine';
import { isProvenance, SLSA_PROVENANCE } from './predicateTypes';
import { Exhibit, Proof } from './proofs';

/**
 * Is the expected source proven for a signature that counts? The certificate's source repository decides where it names one: Fulcio
 * took it from the run, not from the publisher. Otherwise, as with keys, provenance must name it: by the same signer, or by whom the
 * policy requires provenance of.
 *
 * @returns undefined when the operator expects no particular source
 * @internal
 */
export function judgeSource(
  policy: TrustPolicy,
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
      ? metLine([proof])
      : wrongSource(
          `Built from ${signer.sourceRepository}; expected ${expected}.`,
          evidence.digest,
          input,
        );
  }
  return sourceByProvenance(expected, policy, proof, exhibits, input);
}

/** A stranger may have called the same shared workflow; what is unread may be the signature of the right caller. */
function wrongSource(
  message: string,
  evidence: string,
  { evidenceComplete }: JudgeInput,
): LineResult {
  const wrong = reasonOf('wrong-source', message, evidence);
  return evidenceComplete.ok
    ? { result: 'failed', metBy: [], reasons: [wrong] }
    : {
        result: 'undecided',
        metBy: [],
        reasons: [evidenceComplete.problem, wrong],
      };
}

function sourceByProvenance(
  expected: string,
  policy: TrustPolicy,
  { signer }: Proof,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): LineResult {
  const provenances = provenanceAsked(policy).flatMap(requirement =>
    attestationsOf({ requirement, policy, signer }, exhibits, input),
  );
  // One that counts contradicts no expectation, and may name no source at all.
  const good = provenances.flatMap(one =>
    one.counts && sourceOf(one.proof) !== undefined ? [one.proof] : [],
  );
  if (good.length > 0) {
    return metLine(good);
  }
  const unread = unreadReason(SLSA_PROVENANCE, exhibits, input);
  const undecided = provenances.flatMap(one =>
    !one.counts && one.undecided ? [one.reason] : [],
  )[0];
  if (unread ?? undecided) {
    return {
      result: 'undecided',
      metBy: [],
      reasons: [unread, undecided].flatMap(reason => reason ?? []),
    };
  }
  return {
    result: 'failed',
    metBy: [],
    reasons: [
      nearest(provenances) ??
        reasonOf(
          'source-unproven',
          `${signerLabel(
            signer,
          )} names no source, and no provenance that counts says that it was built from ${expected}.`,
        ),
    ],
  };
}

/** By the signer, from the builder that the policy asks for; and by whoever else the policy requires provenance of. */
function provenanceAsked({
  requireAttestations,
}: TrustPolicy): AttestationRequirement[] {
  const required = requireAttestations.filter(
    ({ type }) => type === SLSA_PROVENANCE || isProvenance(type),
  );
  return required.some(({ anyOf }) => anyOf === undefined)
    ? required
    : [...required, { type: SLSA_PROVENANCE }];
}

/** What provenance of the right signer lacks; what strangers attest says nothing of the source. */
function nearest(provenances: readonly Attestation[]) {
  return byNearness(
    provenances.flatMap(one =>
      one.counts || one.reason.code === 'missing-attestation'
        ? []
        : [one.reason],
    ),
  )[0];
}

function sourceOf({ signer, verification }: Proof): string | undefined {
  return signer.kind === 'keyless' && signer.sourceRepository !== undefined
    ? signer.sourceRepository
    : verification.predicate?.source;
}
