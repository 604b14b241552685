import {
  ConsumerRow,
  RunningLine,
} from 'backstage-plugin-chart-provenance-common';

/**
 * What runs, one line for each environment and each thing that runs there: the most important environment first, in it what
 * runs in most clusters first. Only what a status says runs; a manifest in Git runs nothing.
 */
export function runningLines(
  rows: readonly ConsumerRow[],
  environments: readonly string[],
): RunningLine[] {
  const running = rows.filter(({ runs }) => runs !== null);
  const rank = (environment: string | null) => {
    const at = environment === null ? -1 : environments.indexOf(environment);
    return at < 0 ? environments.length : at;
  };
  const groups = new Map<string, ConsumerRow[]>();
  for (const row of running) {
    const { version, digest, note } = row.runs!;
    // The note as well: one version from two places is two things that run.
    const key = JSON.stringify([row.environment, version, digest, note]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map(group => lineOf(group, running))
    .sort(
      (a, b) =>
        rank(a.environment) - rank(b.environment) || b.clusters - a.clusters,
    );
}

function lineOf(group: ConsumerRow[], running: ConsumerRow[]): RunningLine {
  const [{ environment, runs }] = group;
  const beside = running.filter(row => row.environment === environment);
  return {
    environment,
    version: runs?.version ?? null,
    digest: runs?.digest ?? null,
    clusters: clustersOf(group),
    ofClusters: clustersOf(beside),
    verdict: runs?.verdict ?? null,
    note: runs?.note ?? null,
  };
}

/** What no cluster is known of counts as one: it runs somewhere. */
function clustersOf(rows: readonly ConsumerRow[]): number {
  return new Set(rows.map(({ where }) => where.cluster)).size;
}
