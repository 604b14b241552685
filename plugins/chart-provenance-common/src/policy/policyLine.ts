import { RequirementResult } from '../verdict/types';
import { configuredIdentity, signerWords } from './signerWords';
import { SignerRequirement, TrustPolicy } from './types';

/**
 * How far a line of a policy got.
 *
 * @internal
 */
export type LineResult = Pick<
  RequirementResult,
  'result' | 'metBy' | 'signer' | 'reasons'
>;

type Line = Pick<RequirementResult, 'id' | 'title' | 'policy' | 'asks'>;

/**
 * The line of a policy that asks for a signature: who, in words, and exactly what is asked of a keyless signer.
 *
 * @internal
 */
export function signatureLine({ name, anyOf }: TrustPolicy): Line {
  return {
    id: `policy:${name}:signature`,
    title: `Signed by ${wordsOf(anyOf)}`,
    policy: name,
    ...asksOf(anyOf),
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
 * @param index - of `policy.requireAttestations`
 * @internal
 */
export function attestationLine(policy: TrustPolicy, index: number): Line {
  const { type, anyOf, builders } = policy.requireAttestations[index];
  const before = policy.requireAttestations
    .slice(0, index)
    .filter(other => other.type === type).length;
  return {
    // One type may be asked for of several.
    id: `policy:${policy.name}:attestation:${type}${
      before > 0 ? `#${before + 1}` : ''
    }`,
    title: `Attested by ${
      anyOf === undefined ? 'its signer' : wordsOf(anyOf)
    }: ${type}${builders ? `, from builder ${builders.join(' or ')}` : ''}`,
    policy: policy.name,
    ...asksOf(anyOf ?? []),
  };
}

function wordsOf(anyOf: readonly SignerRequirement[]): string {
  return [...new Set(anyOf.map(signerWords))].join(', or ');
}

function asksOf(anyOf: readonly SignerRequirement[]): Pick<Line, 'asks'> {
  const asks = anyOf.flatMap(one => configuredIdentity(one) ?? []);
  return asks.length > 0 ? { asks } : {};
}
