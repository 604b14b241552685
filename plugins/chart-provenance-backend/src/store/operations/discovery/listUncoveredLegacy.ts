import { Database } from '../../database';

/** A chart of a legacy repository. */
export interface LegacyChartRow {
  legacy_id: string;
  url: string;
  name: string;
  versions: number | string;
  first_seen_at: string;
}

/** Reads the charts that configured legacy repositories list now and that no chart of the inventory was before. */
export async function listUncoveredLegacy(
  database: Database,
): Promise<LegacyChartRow[]> {
  return database('legacy_versions')
    .join(
      'legacy_repositories',
      'legacy_repositories.url',
      'legacy_versions.url',
    )
    .where('legacy_versions.present', true)
    .where('legacy_repositories.configured', true)
    .whereNotExists(becameOf(database, 'legacy_versions.legacy_id'))
    .groupBy(
      'legacy_versions.legacy_id',
      'legacy_versions.url',
      'legacy_versions.name',
    )
    .select<LegacyChartRow[]>(
      'legacy_versions.legacy_id',
      'legacy_versions.url',
      'legacy_versions.name',
      database.raw('count(*) as versions'),
      database.raw('min(legacy_versions.first_seen_at) as first_seen_at'),
    );
}

/** A chart of the inventory that was the legacy chart with that id before. */
export function becameOf(database: Database, column: string) {
  return database('chart_legacy')
    .join('charts', 'charts.chart_id', 'chart_legacy.chart_id')
    .select(database.raw('1'))
    .whereRaw('chart_legacy.legacy_id = ??', [column])
    .where('charts.claimed', true);
}
