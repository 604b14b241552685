import {
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import { decodeCursor, encodeCursor } from '../cursor';
import { countVersions } from '../operations/version/countVersions';
import { listVersions } from '../operations/version/listVersions';
import { ChartRow } from '../rows';
import { shownCounts, storedStatuses, viewOf } from './ChartView';
import { readVersionRows } from './readVersionRows';
import { StoreContext } from './StoreContext';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** One page of a chart's versions, as of now. */
export async function readVersionPage(
  context: StoreContext,
  row: ChartRow,
  query: VersionQuery,
): Promise<VersionPage> {
  const { database } = context;
  const after = query.cursor ? decodeCursor(query.cursor) : undefined;
  const limit = Math.min(Math.max(query.limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  const view = await viewOf(context, row);
  const match = {
    chartId: row.chart_id,
    statuses: storedStatuses(query.status, view),
    text: query.filter,
    prereleases: query.prereleases ?? true,
  };
  const [rows, total, counts] = await Promise.all([
    listVersions(database, match, { after, limit: limit + 1 }),
    countVersions(database, match),
    shownCounts(database, view),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await readVersionRows(context, view, page),
    nextCursor:
      last && rows.length > limit
        ? encodeCursor([last.sort_key, last.first_seen_at, last.digest])
        : null,
    total,
    counts,
  };
}
