import { setImmediate } from 'node:timers/promises';
import {
  ConsumerReadings,
  readConsumersInSteps,
} from 'backstage-plugin-chart-provenance-common/consumers';

/** Milliseconds after which the other work of the process has its turn. */
const TURN_MS = 20;

/** Reads the consumers in all objects of a cluster, without keeping the process from its other work. */
export async function readInTurns(
  objects: readonly Record<string, unknown>[],
  signal: AbortSignal,
): Promise<ConsumerReadings> {
  const steps = readConsumersInSteps(
    objects.map(value => ({ kind: 'manifest', value })),
  );
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
    if (performance.now() - turn > TURN_MS) {
      await setImmediate();
      signal.throwIfAborted();
      turn = performance.now();
    }
  }
}
