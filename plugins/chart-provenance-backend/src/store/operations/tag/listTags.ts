import { chunk } from '../../chunk';
import { Database } from '../../database';
import { TagRow } from '../../rows';

/** Reads a chart's tags by name, gone ones included; those at some digests only, when told. */
export async function listTags(
  database: Database,
  chartId: string,
  digests?: readonly string[],
): Promise<TagRow[]> {
  const all = () =>
    database<TagRow>('tags').where('chart_id', chartId).orderBy('tag');
  if (!digests) {
    return all();
  }
  const rows: TagRow[] = [];
  for (const some of chunk(digests)) {
    rows.push(...(await all().whereIn('digest', some)));
  }
  return rows;
}
