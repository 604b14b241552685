import { Outcome } from '../ask/Outcome';

/** Where in a repository something stands. */
export interface Place {
  path: string;
  /** Counted from 1. */
  line: number;
}

/** What is shown of one question, or of what nothing could be asked about. */
export interface Result {
  /** The reference as asked, or as it is written. */
  subject: string;
  place: Place | null;
  /** What uses it there; empty where nobody does. */
  who: string;
  outcome: ShownOutcome;
  /** Sentences beside the outcome. */
  notes: string[];
}

/** Besides what was asked: what could not be. */
export type ShownOutcome =
  | Outcome
  /** `allowed`: whoever runs it takes it on themselves. */
  | { kind: 'unasked'; why: string; allowed: boolean }
  | { kind: 'unread'; why: string };

/** 0 all may go on, 1 something is denied, 2 something cannot be asked like this, 3 something is not decided. */
export function exitCodeOf(results: readonly Result[]): number {
  const has = (...kinds: ShownOutcome['kind'][]) =>
    results.some(
      ({ outcome }) => kinds.includes(outcome.kind) && !isFine(outcome),
    );
  if (has('denied')) {
    return 1;
  }
  if (has('refused')) {
    return 2;
  }
  return has('undecided', 'unasked', 'unread') ? 3 : 0;
}

/** Does it keep nobody from going on? */
export function isFine(outcome: ShownOutcome): boolean {
  return (
    outcome.kind === 'proceed' ||
    (outcome.kind === 'unasked' && outcome.allowed)
  );
}

/** The decision that came of it, if one did. */
export function decisionOf(outcome: ShownOutcome) {
  return 'decision' in outcome ? outcome.decision : null;
}
