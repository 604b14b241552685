import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartRow, toJson } from '../../rows';
import { ChartRecord } from '../../types';

/** Writes the inventory's part of some charts; new ones have never been walked. Changed ones are to be judged again. */
export async function upsertCharts(
  tx: Database,
  charts: readonly ChartRecord[],
  seenAt: string,
): Promise<void> {
  for (const some of chunk(charts, 50)) {
    await tx<ChartRow>('charts')
      .insert(some.map(chart => rowOf(chart, seenAt)))
      .onConflict('chart_id')
      .merge([
        'owner',
        'known_by',
        'expected_source',
        'policies',
        'requested_policies',
        'conflict',
        'claimed',
        'judge_hash',
      ]);
  }
}

function rowOf(
  chart: ChartRecord,
  seenAt: string,
): Omit<
  ChartRow,
  'result_hash' | `last_${string}` | 'failing_since' | 'problem'
> {
  return {
    chart_id: chart.chartId,
    registry: chart.registry,
    repository: chart.repository,
    owner: chart.owner,
    known_by: chart.knownBy,
    expected_source: chart.expectedSource,
    policies: toJson(chart.policies),
    requested_policies: toJson(chart.requestedPolicies),
    conflict: toJson(chart.conflict),
    claimed: true,
    judge_hash: null,
    state: 'firstIndexing',
    tags_seen: 0,
    versions_done: 0,
    first_seen_at: seenAt,
  };
}
