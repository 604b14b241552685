import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits, unless the step is cancelled.
 *
 * @throws AbortError once `signal` fires
 */
export async function pause(
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> {
  await sleep(milliseconds, undefined, { signal });
}
