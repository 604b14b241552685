import { RE2JS } from 're2js';
import type { SignerRequirement } from '../../../policy/types';

/**
 * One who signs without a key.
 *
 * @internal
 */
export type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;

/**
 * Does the requirement take this subject? Decided with the engine that policies run on, and for all of the subject.
 *
 * @internal
 */
export function subjectFits(requirement: Keyless, subject: string): boolean {
  const { subject: exact, subjectPattern } = requirement;
  if (subjectPattern === undefined) {
    return subject === exact;
  }
  try {
    return RE2JS.compile(subjectPattern).matches(subject);
  } catch {
    return false;
  }
}
