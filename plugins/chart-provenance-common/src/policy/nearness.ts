import { REASONS } from '../verdict/reasons';
import { Reason, ReasonCode } from '../verdict/types';

/**
 * Reasons of failure, nearest to success first. Distrust is a decision and leads. Then come signatures that are genuine and about
 * this digest, by how much of the identity fits; what is missing beside them; genuine ones about other bytes; and those that
 * prove nothing, by how far the proof got: lapsed, unlogged, made under unknown trust, and at last not even sound. So the reader
 * hears what is left to mend, and an attacker who adds junk does not change the first sentence. Facts about tags follow:
 * they are shown first only when nothing is wrong with the signature.
 */
const ORDER: readonly ReasonCode[] = [
  'distrusted',
  'wrong-source',
  'source-unproven',
  'wrong-identity',
  'wrong-issuer',
  'wrong-builder',
  'missing-attestation',
  'digest-mismatch',
  'certificate-expired',
  'timestamp-missing',
  'log-proof-missing',
  'untrusted-root',
  'untrusted-key',
  'bad-signature',
  'ambiguous-index',
  'name-or-version-mismatch',
  'rollback',
];

/** Undecided because of a state of affairs that passes: with more time or another answer it could be decided otherwise. */
const PASSING: readonly ReasonCode[] = [
  'registry-unreachable',
  'registry-denied',
  'registry-limited',
  'registry-misbehaved',
  'evidence-incomplete',
  'awaiting-bytes',
  'not-yet-judged',
  'verifier-failed',
  'stale-root',
  'stale',
];

/**
 * Sorts reasons of failure, nearest to success first; what is not failure keeps its order and comes last. Repetitions of one
 * code for one piece of evidence are dropped.
 *
 * @internal
 */
export function byNearness(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons
    .filter(({ code, evidence, message }) => {
      const said = code === 'no-signature' ? '' : evidence ?? message;
      const key = `${code} ${said}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .map((reason, index) => ({ reason, index }))
    .sort(
      (a, b) => rank(a.reason.code) - rank(b.reason.code) || a.index - b.index,
    )
    .map(({ reason }) => reason);
}

/**
 * Lower is nearer.
 *
 * @internal
 */
export function rank(code: ReasonCode): number {
  const at = ORDER.indexOf(code);
  return at < 0 ? ORDER.length : at;
}

/**
 * Could the same question be answered otherwise later?
 *
 * @internal
 */
export function isPassing(code: ReasonCode): boolean {
  return PASSING.includes(code);
}

/**
 * Does the code state a failure, rather than an absence or a doubt?
 *
 * @internal
 */
export function isFailure(code: ReasonCode): boolean {
  return REASONS[code].status === 'rejected';
}
