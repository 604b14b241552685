import { normaliseSource } from '../source/normaliseSource';
import { sourceMatches } from '../source/sourceMatches';
import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason } from '../verdict/types';
import { builderOf } from './builderOf';
import { isProvenance } from './predicateTypes';
import { Proof } from './proofs';

/**
 * What provenance is held against.
 *
 * @internal
 */
export interface ProvenanceAsked {
  /** Ids of the builders that are accepted; absent: the builder that the certificate names. */
  builders?: readonly string[];
  /** The source that the operator expects. */
  expectedSource: string | null;
}

/**
 * Why provenance does not count, although it is proven who signed it. Builder and source stand in the predicate, which whoever could sign
 * wrote; the certificate says what really ran, so the two must agree. A statement that is no provenance has no such fault.
 *
 * @internal
 */
export function provenanceFault(
  proof: Proof,
  asked: ProvenanceAsked,
): Reason | undefined {
  return isProvenance(proof.verification.predicateType)
    ? builderFault(proof, asked) ?? sourceFault(proof, asked)
    : undefined;
}

function builderFault(
  { evidence, verification, signer }: Proof,
  { builders }: ProvenanceAsked,
): Reason | undefined {
  const named = verification.predicate?.builderId;
  const certified = builderOf(signer);
  const accepted = builders ?? (certified === undefined ? null : [certified]);
  if (accepted === null || (named !== undefined && accepted.includes(named))) {
    return undefined;
  }
  const against =
    builders === undefined
      ? `its certificate ${certified ?? 'none'}`
      : `the policy accepts ${listed(builders)}`;
  return reasonOf(
    'wrong-builder',
    `The provenance by ${signerLabel(signer)} names ${
      named === undefined ? 'no builder' : `the builder ${named}`
    }; ${against}.`,
    evidence.digest,
  );
}

function sourceFault(
  { evidence, verification, signer }: Proof,
  { expectedSource }: ProvenanceAsked,
): Reason | undefined {
  const named = verification.predicate?.source;
  const certified =
    signer.kind === 'keyless' ? signer.sourceRepository : undefined;
  if (
    named !== undefined &&
    certified !== undefined &&
    !isSameSource(named, certified)
  ) {
    return reasonOf(
      'wrong-source',
      `The provenance by ${signerLabel(
        signer,
      )} says that it was built from ${named}; its certificate names ${certified}.`,
      evidence.digest,
    );
  }
  const source = certified ?? named;
  return expectedSource !== null &&
    source !== undefined &&
    !sourceMatches(expectedSource, source)
    ? reasonOf(
        'wrong-source',
        `Built from ${source}; expected ${expectedSource}.`,
        evidence.digest,
      )
    : undefined;
}

function isSameSource(a: string, b: string): boolean {
  const one = normaliseSource(a);
  return one !== null && one === normaliseSource(b);
}

function listed(builders: readonly string[]): string {
  const more = builders.length - 3;
  return `${builders.slice(0, 3).join(' or ')}${
    more > 0 ? ` or ${more} more` : ''
  }`;
}
