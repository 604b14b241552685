import { normaliseSource } from '../source/normaliseSource';
import { sourceMatches } from '../source/sourceMatches';
import { readWorkflowSubject } from '../verdict/readWorkflowSubject';
import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason, Signer } from '../verdict/types';
import { Proof } from './proofs';
import { AttestationRequirement } from './types';

/**
 * Why an attestation of another than the signer does not count, although the right workflow made it: a shared workflow has one identity for
 * everybody who calls it, and may attest what its caller hands it. So a caller from elsewhere must be the expected source. A workflow that
 * runs in its own repository, such as a scanner of the whole company, is no caller.
 *
 * @internal
 */
export function callerFault(
  { anyOf }: AttestationRequirement,
  { evidence, signer }: Proof,
  expectedSource: string | null,
): Reason | undefined {
  const caller = callerOf(signer);
  // Without `anyOf` it is the signer of the chart, whose source is a line of its own.
  return anyOf === undefined ||
    caller === undefined ||
    expectedSource === null ||
    sourceMatches(expectedSource, caller)
    ? undefined
    : reasonOf(
        'wrong-source',
        `Attested by ${signerLabel(
          signer,
        )}, called from ${caller}; expected ${expectedSource}.`,
        evidence.digest,
      );
}

/** The repository that a shared workflow was called from; undefined for a workflow of that repository, and for what is no workflow. */
function callerOf(signer: Signer): string | undefined {
  if (signer.kind !== 'keyless' || signer.sourceRepository === undefined) {
    return undefined;
  }
  const workflow = readWorkflowSubject(signer.subject);
  if (!workflow) {
    return undefined;
  }
  const own = spelled(`${workflow.host}/${workflow.repository}`);
  // One that cannot be read is nobody's own.
  return own !== undefined && own === spelled(signer.sourceRepository)
    ? undefined
    : signer.sourceRepository;
}

function spelled(source: string): string | undefined {
  return normaliseSource(source)?.toLowerCase();
}
