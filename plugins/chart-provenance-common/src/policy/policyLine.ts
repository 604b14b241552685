import { signerLabel } from '../verdict/signerLabel';
import { RequirementResult } from '../verdict/types';
import { TrustPolicy } from './types';

/**
 * How far a line of a policy got.
 *
 * @internal
 */
export type LineResult = Pick<
  RequirementResult,
  'result' | 'metBy' | 'reasons'
>;

type Line = Pick<RequirementResult, 'id' | 'title' | 'policy'>;

/**
 * The line of a policy that asks for a signature.
 *
 * @internal
 */
export function signatureLine({ name, anyOf }: TrustPolicy): Line {
  const who = anyOf.map(requirement =>
    requirement.kind === 'key'
      ? `key ${requirement.key}`
      : requirement.subjectPattern ??
        signerLabel({ ...requirement, subject: requirement.subject ?? '' }),
  );
  return {
    id: `policy:${name}:signature`,
    title: `Signed by ${who.join(', or ')}`,
    policy: name,
  };
}

/**
 * The line that asks for the expected source.
 *
 * @internal
 */
export function sourceLine({ name }: TrustPolicy, expected: string): Line {
  return {
    id: `policy:${name}:source`,
    title: `Built from ${expected}`,
    policy: name,
  };
}

/**
 * The line that asks for an attestation.
 *
 * @internal
 */
export function attestationLine({ name }: TrustPolicy, type: string): Line {
  return {
    id: `policy:${name}:attestation:${type}`,
    title: `Attested by its signer: ${type}`,
    policy: name,
  };
}
