import {
  isFloatingTag,
  isSignatureTag,
  TagHistory,
} from 'backstage-plugin-chart-provenance-common';
import { Database } from '../database';
import { listTags } from '../operations/tag/listTags';
import { readTagHistories } from './readTagHistories';

/** See `ChartReads.tellingTags`. */
export async function readTellingTags(
  database: Database,
  chartId: string,
  limit: number,
): Promise<{ tags: TagHistory[]; complete: boolean }> {
  const rows = (await listTags(database, chartId))
    .filter(({ tag }) => !isSignatureTag(tag))
    .filter(({ tag, moves }) => moves > 0 || isFloatingTag(tag))
    .sort((a, b) => b.moves - a.moves || (a.tag < b.tag ? -1 : 1));
  const tags = await readTagHistories(
    database,
    chartId,
    rows.slice(0, limit).map(({ tag }) => tag),
  );
  return { tags, complete: rows.length <= limit };
}
