import { setTimeout } from 'node:timers/promises';

/** Waits that many milliseconds, or until one of the signals is aborted. Never rejects. */
export async function untilAborted(
  ms: number,
  ...signals: AbortSignal[]
): Promise<void> {
  try {
    await setTimeout(ms, undefined, {
      signal: AbortSignal.any(signals),
      ref: false,
    });
  } catch {
    // Aborted: that is what was waited for.
  }
}
