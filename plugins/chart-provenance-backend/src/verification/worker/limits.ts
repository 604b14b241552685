import { ResourceLimits } from 'node:worker_threads';

/** What a thread may take before it is ended. */
export interface ThreadLimits {
  /** Milliseconds for one piece of evidence. It takes some 20 on a free machine. */
  taskMs: number;
  /** Milliseconds until it is ready, the trust material prepared. */
  startMs: number;
  /** MiB of memory that one piece of evidence may take. */
  heapMb: number;
}

/**
 * V8's own limit for the heap of a thread. Far above `heapMb`, because a thread that runs into it while native code allocates takes the
 * whole process down with it.
 */
export function hardLimits({ heapMb }: ThreadLimits): ResourceLimits {
  return { maxOldGenerationSizeMb: 4 * heapMb };
}

/** What is given unless a test says otherwise. */
export const DEFAULT_LIMITS: ThreadLimits = {
  taskMs: 10_000,
  startMs: 60_000,
  heapMb: 256,
};
