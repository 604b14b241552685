import { RE2JS } from 're2js';
import { ReasonCode, Signer } from '../verdict/types';
import { SignerRequirement } from './types';

type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;
type KeylessSigner = Extract<Signer, { kind: 'keyless' }>;

/**
 * What about a signer does not fit an alternative of a policy.
 *
 * @internal
 */
export interface Mismatch {
  code: Extract<
    ReasonCode,
    | 'wrong-issuer'
    | 'wrong-identity'
    | 'wrong-source'
    | 'untrusted-root'
    | 'untrusted-key'
  >;
  /** Which member it is and what was asked, to follow “Signed by …”; absent where another signer altogether is asked for. */
  words?: string;
}

/** Compiled patterns by the requirement they belong to; null for one that does not compile. */
const compiled = new WeakMap<SignerRequirement, RE2JS | null>();

/**
 * What of a certificate may be asked for beside issuer and subject.
 *
 * @internal
 */
export const MEMBERS = [
  {
    member: 'sourceRepositoryId',
    code: 'wrong-source',
    words: 'id of the source repository',
  },
  {
    member: 'sourceOwnerId',
    code: 'wrong-source',
    words: 'id of the owner of the source repository',
  },
  {
    member: 'trigger',
    code: 'wrong-identity',
    words: 'event that started the run',
  },
  {
    member: 'runnerEnvironment',
    code: 'wrong-identity',
    words: 'runner environment',
  },
] as const;

/**
 * The trust material (`Verification.trust`) that a requirement names.
 *
 * @internal
 */
export function trustOf(requirement: SignerRequirement): string {
  switch (requirement.kind) {
    case 'key':
      return `key:${requirement.key}`;
    case 'keyring':
      return `keyring:${requirement.keyring}`;
    case 'store':
      return `store:${requirement.store}`;
    default:
      return `root:${requirement.root}`;
  }
}

/**
 * Compares a proven signer with one alternative of a policy. Texts are compared exactly; patterns must match the whole subject,
 * on a linear-time engine, because both sides may be long. What a certificate does not say does not fit.
 *
 * @returns what does not fit, or undefined when everything does
 * @internal
 */
export function signerMismatch(
  requirement: SignerRequirement,
  signer: Signer,
): Mismatch | undefined {
  switch (requirement.kind) {
    case 'key':
      return signer.kind === 'key' && signer.key === requirement.key
        ? undefined
        : { code: 'untrusted-key' };
    case 'keyring':
      return signer.kind === 'pgp' && signer.keyring === requirement.keyring
        ? undefined
        : { code: 'untrusted-key' };
    case 'store':
      return storeMismatch(requirement, signer);
    default:
      return keylessMismatch(requirement, signer);
  }
}

function storeMismatch(
  { store, subject }: Extract<SignerRequirement, { kind: 'store' }>,
  signer: Signer,
): Mismatch | undefined {
  if (signer.kind !== 'x509' || signer.store !== store) {
    return { code: 'untrusted-root' };
  }
  return subject === undefined || signer.subject === subject
    ? undefined
    : {
        code: 'wrong-identity',
        words: `the policy asks for the subject ${subject}`,
      };
}

function keylessMismatch(
  requirement: Keyless,
  signer: Signer,
): Mismatch | undefined {
  if (signer.kind !== 'keyless' || signer.root !== requirement.root) {
    return { code: 'untrusted-root' };
  }
  if (signer.issuer !== requirement.issuer) {
    return {
      code: 'wrong-issuer',
      words: `whose identity comes from ${signer.issuer}; the policy asks for ${requirement.issuer}`,
    };
  }
  return subjectFits(requirement, signer.subject)
    ? memberMismatch(requirement, signer)
    : { code: 'wrong-identity' };
}

function memberMismatch(
  requirement: Keyless,
  signer: KeylessSigner,
): Mismatch | undefined {
  const wrong = MEMBERS.find(
    ({ member }) =>
      requirement[member] !== undefined &&
      requirement[member] !== signer[member],
  );
  if (!wrong) {
    return undefined;
  }
  const said = signer[wrong.member];
  const asked = `the policy asks for ${requirement[wrong.member]}`;
  return {
    code: wrong.code,
    words:
      said === undefined
        ? `whose certificate names no ${wrong.words}; ${asked}`
        : `with ${said} as the ${wrong.words}; ${asked}`,
  };
}

function subjectFits(requirement: Keyless, subject: string): boolean {
  const { subject: exact, subjectPattern } = requirement;
  // Exactly one is set in a checked policy; an unchecked one with both or none accepts nobody.
  if ((exact === undefined) === (subjectPattern === undefined)) {
    return false;
  }
  if (subjectPattern === undefined) {
    return subject === exact;
  }
  let pattern = compiled.get(requirement);
  if (pattern === undefined) {
    pattern = compilePattern(subjectPattern);
    compiled.set(requirement, pattern);
  }
  return pattern?.matches(subject) ?? false;
}

function compilePattern(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return null;
  }
}
