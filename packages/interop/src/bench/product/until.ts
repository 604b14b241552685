import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 180_000;
const PAUSE_MS = 300;

/**
 * Asks again and again until there is an answer.
 *
 * @param words - what to say when there is none.
 * @throws after three minutes.
 */
export async function until<Result>(
  ask: () => Promise<Result | undefined | false>,
  words: string | (() => string),
): Promise<Result> {
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    const result = await ask();
    if (result) {
      return result;
    }
    if (Date.now() > limit) {
      throw new Error(typeof words === 'string' ? words : words());
    }
    await sleep(PAUSE_MS);
  }
}
