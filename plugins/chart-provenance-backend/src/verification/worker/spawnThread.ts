import { Worker } from 'node:worker_threads';
import { hardLimits, ThreadLimits } from './limits';

const ENTRY = 'backstage-plugin-chart-provenance-backend/verifier-worker';

/** Starts a thread that verifies. */
export type SpawnThread = (limits: ThreadLimits) => Worker;

/**
 * How threads are started where this code runs: from the built package on its own, from source with the loader that the process itself was
 * started with.
 *
 * @returns undefined from source without such a loader, as in a test runner that transforms modules itself.
 */
export function findSpawn(): SpawnThread | undefined {
  const file = require.resolve(ENTRY);
  if (!/\.[cm]?tsx?$/.test(file)) {
    return limits => startThread(file, limits, []);
  }
  const hasLoader = process.execArgv.some(arg => arg.includes('nodeTransform'));
  return hasLoader ? limits => startThread(file, limits) : undefined;
}

/** @param execArgv - those of the process itself unless told. */
export function startThread(
  file: string,
  limits: ThreadLimits,
  execArgv?: string[],
): Worker {
  return new Worker(file, {
    name: 'chart-provenance-verifier',
    execArgv,
    // It has no use for credentials.
    env: { NODE_ENV: process.env.NODE_ENV },
    resourceLimits: hardLimits(limits),
  });
}
