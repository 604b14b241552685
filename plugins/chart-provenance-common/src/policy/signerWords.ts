import { signerLabel } from '../verdict/signerLabel';
import { patternWords } from './patternWords';
import { MEMBERS } from './signerMeets';
import { SignerRequirement } from './types';

type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;

/**
 * Whom an alternative asks for, in words.
 *
 * @internal
 */
export function signerWords(requirement: SignerRequirement): string {
  switch (requirement.kind) {
    case 'key':
      return `key ${requirement.key}`;
    case 'keyring':
      return `a PGP key of keyring ${requirement.keyring} (the chart archive alone)`;
    case 'store':
      return `${requirement.subject ?? 'any certificate'} of store ${
        requirement.store
      } (never met yet)`;
    default:
      return identityWords(requirement);
  }
}

function identityWords({ subject, subjectPattern, ...rest }: Keyless): string {
  const words = subject ?? patternWords(subjectPattern ?? '');
  if (words === undefined) {
    return 'an identity that matches the pattern';
  }
  // The label may leave the host out, which must not hide that any host will do.
  const anyHost = subject === undefined && !/^https:\/\/[^/*]+\//.test(words);
  return anyHost ? words : signerLabel({ ...rest, subject: words });
}

/**
 * An identity as the operator's configuration has it: a line each, so that it can be compared. Undefined for what is named by an id.
 *
 * @internal
 */
export function configuredIdentity(
  requirement: SignerRequirement,
): string | undefined {
  if (requirement.kind !== 'keyless') {
    return undefined;
  }
  const { root, issuer, subject, subjectPattern } = requirement;
  return [
    subject === undefined
      ? `subjectPattern: ${subjectPattern ?? ''}`
      : `subject: ${subject}`,
    `issuer: ${issuer}`,
    `root: ${root}`,
    ...MEMBERS.flatMap(({ member }) =>
      requirement[member] === undefined
        ? []
        : [`${member}: ${requirement[member]}`],
    ),
  ].join('\n');
}
