import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { freshnessOf } from '../freshness';
import { getNextTry } from '../operations/chart/getNextTry';
import { findNewestVersion } from '../operations/version/findNewestVersion';
import { chartRecordOf, policiesOf } from '../chartRecordOf';
import { ChartRow } from '../rows';
import { readVersionRows } from './readVersionRows';
import { shownCounts, viewOf } from './ChartView';
import { StoreContext } from './StoreContext';
import { proposalOf } from './proposalOf';

/** A chart as the API answers it, judged as of now. */
export async function readChartSummary(
  context: StoreContext,
  row: ChartRow,
): Promise<ChartSummary> {
  const { database } = context;
  const view = await viewOf(context, row);
  const [counts, newest, next] = await Promise.all([
    shownCounts(database, view),
    findNewestVersion(database, row.chart_id),
    getNextTry(database, row.chart_id),
  ]);
  const [newestRow] = newest
    ? await readVersionRows(context, view, [newest])
    : [];
  const record = chartRecordOf(row);
  return {
    chartId: row.chart_id,
    reference: `oci://${row.registry}/${row.repository}`,
    registry: row.registry,
    repository: row.repository,
    name: row.repository.slice(row.repository.lastIndexOf('/') + 1),
    owner: record.owner,
    knownBy: record.knownBy,
    expectedSource: record.expectedSource,
    policies: policiesOf(record),
    state: row.state,
    counts,
    newest: newestRow ?? null,
    progress:
      row.state === 'firstIndexing' || row.state === 'partial'
        ? { tagsSeen: row.tags_seen, versionsDone: row.versions_done }
        : null,
    freshness: freshnessOf(row, view.stale, next),
    proposal: newestRow
      ? await proposalOf(database, row.chart_id, newestRow)
      : null,
  };
}
