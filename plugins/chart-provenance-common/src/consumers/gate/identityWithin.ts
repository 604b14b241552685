import { RE2JS } from 're2js';
import { SignerRequirement } from '../../policy/types';
import { MEMBERS, signerMismatch } from '../../policy/signerMeets';
import { anchoredPart, literalOf } from './literalOf';

/** A keyless alternative of a policy. */
export type KeylessRequirement = Extract<
  SignerRequirement,
  { kind: 'keyless' }
>;

/**
 * Does the alternative of the policy take everybody whom Flux's identity takes? True only where that is certain: the issuer is the same literal text, and the subject is one
 * that the policy takes, or the very pattern of the policy, anchored.
 */
export function identityWithin(
  identity: { issuer: string; subject: string },
  requirement: KeylessRequirement,
): boolean {
  if (
    literalOf(identity.issuer) !== requirement.issuer ||
    // Flux asks a certificate for nothing but issuer and subject.
    MEMBERS.some(({ member }) => requirement[member] !== undefined)
  ) {
    return false;
  }
  const subject = literalOf(identity.subject);
  return subject === undefined
    ? isSamePattern(identity.subject, requirement.subjectPattern)
    : takesSubject(requirement, subject);
}

function takesSubject(
  requirement: KeylessRequirement,
  subject: string,
): boolean {
  const { root, issuer } = requirement;
  const signer = { kind: 'keyless' as const, root, issuer, subject };
  return signerMismatch(requirement, signer) === undefined;
}

/** The policy's pattern must match the whole subject, so Flux's must be anchored, around all of its alternatives. */
function isSamePattern(expression: string, pattern?: string): boolean {
  const inner = anchoredPart(expression);
  if (
    pattern === undefined ||
    inner === undefined ||
    hasFlags(pattern) ||
    !compiles(pattern)
  ) {
    return false;
  }
  const wanted = anchoredPart(pattern) ?? pattern;
  return (
    inner === `(?:${wanted})` ||
    inner === `(${wanted})` ||
    (inner === wanted && !wanted.includes('|'))
  );
}

/** One that does not takes nobody, but may be the half of one that takes many. */
function compiles(pattern: string): boolean {
  try {
    return Boolean(RE2JS.compile(pattern));
  } catch {
    return false;
  }
}

/** Flags, and quoting, reach beyond where they stand. */
function hasFlags(pattern: string): boolean {
  return /\(\?(?!:)|\\[QEAz]/.test(pattern);
}
