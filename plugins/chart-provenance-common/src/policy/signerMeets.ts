import { RE2JS } from 're2js';
import { Signer } from '../verdict/types';
import { SignerRequirement } from './types';

/** Compiled patterns by the requirement they belong to; null for one that does not compile. */
const compiled = new WeakMap<SignerRequirement, RE2JS | null>();

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
    default:
      return `root:${requirement.root}`;
  }
}

/**
 * Compares a proven signer with one alternative of a policy. Texts are compared exactly; patterns must match the whole subject,
 * on a linear-time engine, because both sides may be long.
 *
 * @returns what does not fit, or undefined when everything does
 * @internal
 */
export function signerMismatch(
  requirement: SignerRequirement,
  signer: Signer,
):
  | 'wrong-issuer'
  | 'wrong-identity'
  | 'untrusted-root'
  | 'untrusted-key'
  | undefined {
  if (requirement.kind === 'key') {
    return signer.kind === 'key' && signer.key === requirement.key
      ? undefined
      : 'untrusted-key';
  }
  if (requirement.kind === 'keyring') {
    return signer.kind === 'pgp' && signer.keyring === requirement.keyring
      ? undefined
      : 'untrusted-key';
  }
  if (signer.kind !== 'keyless' || signer.root !== requirement.root) {
    return 'untrusted-root';
  }
  if (signer.issuer !== requirement.issuer) {
    return 'wrong-issuer';
  }
  return subjectFits(requirement, signer.subject)
    ? undefined
    : 'wrong-identity';
}

function subjectFits(
  requirement: Extract<SignerRequirement, { kind: 'keyless' }>,
  subject: string,
): boolean {
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
