import { Asker, Outcome, Question } from './Outcome';

/** How long to go on asking. */
export interface Patience {
  /** Milliseconds since the epoch after which nothing is asked again. */
  until: number;
  /** Milliseconds since the epoch. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

const LEAST_MS = 1_000;

/**
 * Asks again what whoever answers says may pass by itself, at their pace, until the time is up: what is not decided yet, and a denial such as that of a
 * version whose signature is not attached yet. A denial without `retryAfterSeconds` is final.
 */
export async function askPatiently(
  ask: Asker,
  question: Question,
  patience: Patience,
): Promise<Outcome> {
  for (;;) {
    const outcome = await ask(question);
    const seconds = secondsToWait(outcome);
    if (seconds === null) {
      return outcome;
    }
    const pause = Math.max(LEAST_MS, seconds * 1000);
    if (patience.now() + pause > patience.until) {
      return outcome;
    }
    await patience.sleep(pause);
  }
}

function secondsToWait(outcome: Outcome): number | null {
  switch (outcome.kind) {
    case 'undecided':
      return outcome.retryAfterSeconds;
    case 'denied':
      return outcome.decision.retryAfterSeconds;
    default:
      return null;
  }
}
