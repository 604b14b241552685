import { Worker } from 'node:worker_threads';
import { findThread, ThreadPlace } from '../../verification';

const ENTRY = 'backstage-plugin-chart-provenance-backend/lint-worker';
/** MiB. A text of 256 KiB takes a few of them; what takes more is ended with its thread. */
const HEAP_MB = 256;
const YOUNG_MB = 32;

/** Starts the thread that checks. */
export type StartThread = () => Worker;

/** How the thread is started where this code runs; undefined from source without a loader, as in a test runner that transforms modules itself. */
export function findLintThread(): StartThread | undefined {
  const place = findThread(ENTRY);
  return place && (() => startLintThread(place));
}

/** Starts it from a file. */
export function startLintThread({ file, execArgv }: ThreadPlace): Worker {
  return new Worker(file, {
    name: 'chart-provenance-lint',
    execArgv,
    // It has no use for credentials.
    env: { NODE_ENV: process.env.NODE_ENV },
    resourceLimits: {
      maxOldGenerationSizeMb: HEAP_MB,
      maxYoungGenerationSizeMb: YOUNG_MB,
    },
  });
}
