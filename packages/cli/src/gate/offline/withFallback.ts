import { Asker } from '../ask/Outcome';

/**
 * Asks the first, and the second only when nobody answered the first: whoever was refused, or told that nothing is decided, must not be able to ask
 * somebody else.
 */
export function withFallback(first: Asker, second: Asker): Asker {
  return async question => {
    const outcome = await first(question);
    return outcome.kind === 'undecided' && !outcome.answered
      ? second(question)
      : outcome;
  };
}
