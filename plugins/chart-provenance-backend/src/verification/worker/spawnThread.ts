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
  const place = findThread(ENTRY);
  return place && (limits => startThread(place.file, limits, place.execArgv));
}

/** Where the code of a thread is, and with which options of Node it is loaded; those of the process itself when they are left out. */
export interface ThreadPlace {
  file: string;
  execArgv?: string[];
}

/**
 * The same for any entry of this package, by its name.
 *
 * @returns undefined from source without a loader.
 */
export function findThread(entry: string): ThreadPlace | undefined {
  const file = require.resolve(entry);
  if (!/\.[cm]?tsx?$/.test(file)) {
    return { file, execArgv: [] };
  }
  const hasLoader = process.execArgv.some(arg => arg.includes('nodeTransform'));
  return hasLoader ? { file } : undefined;
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
