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

/** Rubbish of some kilobytes each, which decoding megabytes leaves behind, is collected when there is so much of it; V8 itself waits for 48 MiB. */
const YOUNG_MB = 12;

/**
 * V8's own limit for the heap of a thread. Far above `heapMb`, because a thread that runs into it while native code allocates takes the
 * whole process down with it.
 */
export function hardLimits({ heapMb }: ThreadLimits): ResourceLimits {
  return {
    maxOldGenerationSizeMb: 4 * heapMb,
    maxYoungGenerationSizeMb: YOUNG_MB,
  };
}

/** Bytes that are decoded where everything else happens: to hand them over would take longer. Whatever is written in them, it takes a few milliseconds. */
export const MAX_DECODED_HERE = 64 * 1024;

/** What is given unless a test says otherwise. */
export const DEFAULT_LIMITS: ThreadLimits = {
  taskMs: 10_000,
  startMs: 60_000,
  heapMb: 256,
};
