import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';

/**
 * Runs what takes a signal, until it is done, the time is over, or `signal` fires. Who does not heed the signal is not waited for.
 *
 * @throws ConsumerSourceError when the time is over; the signal's reason when `signal` fired.
 */
export async function withinTime<T>(
  ms: number,
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), ms);
  const both = AbortSignal.any([signal, over.signal]);
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.aborted ? signal.reason : tooSlow(ms));
    both.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([run(both), stopped]);
  } catch (error) {
    // Whoever heeds the signal says so in words of its own, which do not tell how long was waited.
    if (both.aborted) {
      throw signal.aborted ? signal.reason : tooSlow(ms);
    }
    throw error;
  } finally {
    clearTimeout(timer);
    both.removeEventListener('abort', stop);
  }
}

function tooSlow(ms: number): ConsumerSourceError {
  const seconds = Math.round(ms / 1_000);
  return new ConsumerSourceError(
    `It was not read to its end within ${seconds} seconds.`,
    {
      fix: 'Find out why it answers so slowly; what was seen before stays until it answers.',
    },
  );
}
