import { Database } from '../../database';

/** Reads consumers that were found and of which nobody can tell which chart they mean (JSON of each). */
export async function listUnplaced(
  database: Database,
): Promise<{ reading: string }[]> {
  return database('consumers')
    .join(
      'consumer_sources',
      'consumer_sources.source_id',
      'consumers.source_id',
    )
    .whereNull('consumers.chart_id')
    .whereNull('consumers.legacy_id')
    .whereNot('consumer_sources.provider', 'annotations')
    .select<{ reading: string }[]>('consumers.reading');
}
