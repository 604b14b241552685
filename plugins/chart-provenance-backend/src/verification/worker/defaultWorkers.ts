import { availableParallelism } from 'node:os';

/** One core is left to the process itself, and more than four threads are seldom of use: registries are slower. */
export function defaultWorkers(cores: number = availableParallelism()): number {
  return Math.min(4, Math.max(1, cores - 1));
}
