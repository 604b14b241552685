import { signerLabel } from '../verdict/signerLabel';
import { RequirementResult } from '../verdict/types';
import { patternWords } from './patternWords';
import { SignerRequirement, TrustPolicy } from './types';

/**
 * How far a line of a policy got.
 *
 * @internal
 */
export type LineResult = Pick<
  RequirementResult,
  'result' | 'metBy' | 'reasons'
>;

type Line = Pick<RequirementResult, 'id' | 'title' | 'policy' | 'asks'>;
type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;

/**
 * The line of a policy that asks for a signature: who, in words, and exactly what is asked of a keyless signer.
 *
 * @internal
 */
export function signatureLine({ name, anyOf }: TrustPolicy): Line {
  const who = anyOf.map(wordsOf);
  const asks = anyOf.flatMap(requirement =>
    requirement.kind === 'keyless' ? [configured(requirement)] : [],
  );
  return {
    id: `policy:${name}:signature`,
    title: `Signed by ${[...new Set(who)].join(', or ')}`,
    policy: name,
    ...(asks.length > 0 && { asks }),
  };
}

function wordsOf(requirement: SignerRequirement): string {
  switch (requirement.kind) {
    case 'key':
      return `key ${requirement.key}`;
    case 'keyring':
      return `a PGP key of keyring ${requirement.keyring} (the chart archive alone)`;
    default:
      return identityWords(requirement);
  }
}

function identityWords({ subject, subjectPattern, ...rest }: Keyless): string {
  const words = subject ?? patternWords(subjectPattern ?? '');
  if (words === undefined) {
    return 'an identity that matches the pattern';
  }
  // The label leaves the host out, which must not hide that any host will do.
  const anyHost = subject === undefined && !/^https:\/\/[^/*]+\//.test(words);
  return anyHost ? words : signerLabel({ ...rest, subject: words });
}

/** As the operator's configuration has it: a line each, so that it can be compared. */
function configured({
  root,
  issuer,
  subject,
  subjectPattern,
}: Keyless): string {
  return [
    subject === undefined
      ? `subjectPattern: ${subjectPattern ?? ''}`
      : `subject: ${subject}`,
    `issuer: ${issuer}`,
    `root: ${root}`,
  ].join('\n');
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
