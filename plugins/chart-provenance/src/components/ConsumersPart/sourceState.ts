import { ConsumerSourceStatus } from 'backstage-plugin-chart-provenance-common';

/**
 * `failing`: the last reading failed. `waiting`: there was none yet. Neither says that it holds no consumer.
 *
 * @internal
 */
export function sourceState({
  problem,
  lastSuccessAt,
}: ConsumerSourceStatus): 'read' | 'waiting' | 'failing' {
  if (problem) {
    return 'failing';
  }
  return lastSuccessAt ? 'read' : 'waiting';
}
