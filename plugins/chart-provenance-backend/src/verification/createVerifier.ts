import { EvidenceVerifier } from './EvidenceVerifier';
import { TrustInput } from './trust/TrustInput';
import { InProcessVerifier } from './worker/InProcessVerifier';
import { DEFAULT_LIMITS } from './worker/limits';
import { findSpawn, SpawnThread } from './worker/spawnThread';
import { VerifierPool } from './worker/VerifierPool';

/**
 * How verification is done.
 *
 * @internal
 */
export interface VerifierOptions {
  /** Threads that verify; 0: the process itself does. */
  workers: number;
  /** Told once, in a sentence, who verifies. */
  onReady?: (message: string) => void;
  /** Told, in a sentence, of each thread that ended by itself or had to be ended. */
  onEnded?: (message: string) => void;
  /** Default: the system's clock. */
  now?: () => Date;
  /** How a thread is started. Default: `findSpawn`; where that finds none, the process itself verifies. */
  spawn?: SpawnThread;
}

/**
 * A verifier with the trust material prepared, and its first thread under way. Does not wait for it: a backend must not start late for it,
 * and what is asked meanwhile waits.
 *
 * @internal
 */
export async function createVerifier(
  trust: TrustInput,
  {
    workers,
    onReady,
    onEnded,
    now = () => new Date(),
    ...options
  }: VerifierOptions,
): Promise<EvidenceVerifier> {
  const spawn = workers > 0 ? options.spawn ?? findSpawn() : undefined;
  if (!spawn) {
    onReady?.('Signatures are verified in the process itself.');
    return InProcessVerifier.create(trust, now);
  }
  return VerifierPool.create(trust, {
    ...{ size: workers, limits: DEFAULT_LIMITS, spawn, now },
    onReady: () =>
      onReady?.(`Signatures are verified in threads: up to ${workers}.`),
    onEnded: reason => onEnded?.(`A thread that verifies ${reason}.`),
  });
}
