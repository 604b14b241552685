import { OrasError } from '../error/OrasError';

/**
 * Waits, or throws `aborted` as soon as the signal does.
 *
 * @internal
 */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined = undefined;
    const aborted = () => {
      clearTimeout(timer);
      const cause = signal?.reason;
      reject(new OrasError('aborted', 'the caller gave up', { cause }));
    };
    if (signal?.aborted) {
      aborted();
      return;
    }
    signal?.addEventListener('abort', aborted, { once: true });
    timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, ms);
  });
}
