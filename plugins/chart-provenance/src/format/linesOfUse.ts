import {
  ConsumerRow,
  RunningLine,
} from 'backstage-plugin-chart-provenance-common';
import { placeOf } from './consumerWords';
import { worstFirst } from './worstFirst';

type Running = ConsumerRow & { runs: NonNullable<ConsumerRow['runs']> };

/**
 * What runs of a chart, by environment or over all of them, the worst first: one line a version and verdict. Uses of which
 * nothing is known to run are not in it.
 *
 * @internal
 */
export function linesOfUse(
  rows: readonly ConsumerRow[],
  by: 'environment' | 'everything',
): RunningLine[] {
  const running = rows.filter((row): row is Running => row.runs !== null);
  const scopes = groupBy(running, row =>
    by === 'environment' ? row.environment ?? '' : '',
  );
  const lines = scopes.flatMap(scope => {
    const ofClusters = places(scope);
    return groupBy(scope, sameOutcome).map(group => {
      const [{ environment, runs }] = group;
      return {
        environment: by === 'environment' ? environment : null,
        version: runs.version,
        digest: runs.digest,
        verdict: runs.verdict,
        note: runs.note,
        clusters: places(group),
        ofClusters,
      };
    });
  });
  return worstFirst(lines);
}

/**
 * `in all 3 clusters`, `in both clusters`, `in 2 of 3 clusters`, `in 1 cluster`.
 *
 * @internal
 */
export function clusterWords({
  clusters,
  ofClusters,
}: Pick<RunningLine, 'clusters' | 'ofClusters'>): string {
  if (clusters < ofClusters) {
    return `in ${clusters} of ${ofClusters} clusters`;
  }
  if (clusters <= 2) {
    return clusters === 2 ? 'in both clusters' : 'in 1 cluster';
  }
  return `in all ${clusters} clusters`;
}

/** Different bytes under one version are different lines, and so are different reasons why bytes are not known. */
function sameOutcome({ runs }: Running): string {
  const { version, digest, verdict, note } = runs;
  return JSON.stringify([version, digest, verdict?.status, note]);
}

function places(rows: readonly Running[]): number {
  return new Set(rows.map(placeOf)).size;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return [...groups.values()];
}
