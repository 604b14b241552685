import { chunk } from '../../chunk';
import { SourceRecord } from '../../ConsumerStore';
import { Database } from '../../database';
import { ConsumerSourceRow, toJson, toNullableText, toText } from '../../rows';
import { sourceKey } from '../../workKeys';

/** Writes what a provider says of its sources; how reading them went stays. What kept it from listing them is over. */
export async function upsertSources(
  tx: Database,
  sources: readonly SourceRecord[],
): Promise<void> {
  for (const some of chunk(sources)) {
    await tx<ConsumerSourceRow>('consumer_sources')
      .insert(some.map(rowOf))
      .onConflict('source_id')
      .merge([
        'provider',
        'title',
        'cluster',
        'unreadable',
        'listing_problem',
        'listing_failing_since',
      ]);
  }
}

function rowOf(source: SourceRecord) {
  return {
    source_id: source.sourceId,
    provider: source.provider,
    work_key: sourceKey(source.sourceId),
    title: toText(source.title),
    cluster: toNullableText(source.cluster),
    unreadable: source.unreadable && toJson(source.unreadable),
    listing_problem: null,
    listing_failing_since: null,
    documents: '[]',
    document_problems: 0,
  };
}
