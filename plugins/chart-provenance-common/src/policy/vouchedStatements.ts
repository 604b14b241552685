import { Verification } from '../evidence/types';
import { Verdict } from '../verdict/types';
import { attestationsOf } from './attestations';
import { distrustOf } from './distrustOf';
import { JudgeInput } from './judgeInput';
import { signatureLine } from './policyLine';
import { isAttestation } from './predicateTypes';
import { Exhibit, exhibitsOf, proofsAbout } from './proofs';
import { provenanceFault } from './provenanceFault';
import { sameSigner } from './sameSigner';
import { signerMismatch } from './signerMeets';
import { TrustPolicy } from './types';

/**
 * The attestations that a verified version stands for: those of its signers, and those that met a policy. Only this counts as attested:
 * anybody can attest anything about a digest, a signer's statement may be distrusted where their signature is not, and provenance counts
 * only when it names the builder and source that its certificate names.
 *
 * @param input - what the verdict was made from
 * @returns those of `input.verifications`; none unless the verdict is `verified`
 * @public
 */
export function vouchedStatements(
  verdict: Verdict,
  input: JudgeInput,
): Verification[] {
  if (verdict.status !== 'verified') {
    return [];
  }
  const exhibits = exhibitsOf(input);
  const vouched = input.chart.policies.flatMap(policy =>
    vouchedBy(policy, verdict, exhibits, input),
  );
  return [...new Set(vouched)];
}

function vouchedBy(
  policy: TrustPolicy,
  { requirements }: Verdict,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): Verification[] {
  const { id } = signatureLine(policy);
  const signer = requirements.find(line => line.id === id)?.signer;
  if (!signer) {
    return [];
  }
  const { expectedSource } = input.chart;
  const proofs = proofsAbout(exhibits, input.subject.digest);
  const own = exhibits
    .flatMap(exhibit => exhibit.proofs)
    .filter(
      proof =>
        proofs.includes(proof) &&
        isAttestation(proof.evidence, proof.verification) &&
        sameSigner(proof.signer, signer) &&
        // In a run that the policy would let sign, too: one identity may be run by another event, or elsewhere.
        policy.anyOf.some(one => !signerMismatch(one, proof.signer)) &&
        !distrustOf(proof, proofs, input.distrust) &&
        !provenanceFault(proof, { expectedSource }),
    );
  const required = policy.requireAttestations.flatMap(requirement =>
    attestationsOf({ requirement, policy, signer }, exhibits, input).flatMap(
      one => (one.counts ? [one.proof] : []),
    ),
  );
  return [...own, ...required].map(({ verification }) => verification);
}
