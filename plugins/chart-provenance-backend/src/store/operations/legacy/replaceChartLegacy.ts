import { chunk } from '../../chunk';
import { Database } from '../../database';
import { legacyId } from '../../legacyId';
import { LegacyLocation } from '../../LegacyStore';
import { normaliseRepositoryUrl } from '../../normaliseRepositoryUrl';
import { ChartLegacyRow, toText } from '../../rows';

/** Replaces which chart was where. Where rule and claim name the same place, the rule counts. */
export async function replaceChartLegacy(
  tx: Database,
  locations: readonly LegacyLocation[],
): Promise<void> {
  const rows = new Map<string, ChartLegacyRow>();
  for (const location of locations) {
    const row = rowOf(location);
    const key = `${row.chart_id} ${row.legacy_id}`;
    if (rows.get(key)?.known_by !== 'rule') {
      rows.set(key, row);
    }
  }
  await tx<ChartLegacyRow>('chart_legacy').delete();
  for (const some of chunk([...rows.values()])) {
    await tx<ChartLegacyRow>('chart_legacy').insert(some);
  }
}

function rowOf({
  chartId,
  url,
  name,
  knownBy,
}: LegacyLocation): ChartLegacyRow {
  return {
    chart_id: chartId,
    legacy_id: legacyId(url, name),
    url: toText(normaliseRepositoryUrl(url)),
    name: toText(name),
    known_by: knownBy,
  };
}
