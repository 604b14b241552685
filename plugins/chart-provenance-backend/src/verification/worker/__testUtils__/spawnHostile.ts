import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { hardLimits, ThreadLimits } from '../limits';

/** Starts a real thread from source, with the faults of `hostileThread`. */
export function spawnHostile(
  limits: ThreadLimits,
  workerData: { mood?: 'stranger' } = {},
): Worker {
  return new Worker(join(__dirname, 'hostileThread.ts'), {
    workerData,
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    resourceLimits: hardLimits(limits),
  });
}
