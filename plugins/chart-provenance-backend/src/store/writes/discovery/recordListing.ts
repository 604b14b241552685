import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { Database } from '../../database';
import { ListingReading } from '../../DiscoveryStore';
import { listListed } from '../../operations/discovery/listListed';
import { listListings } from '../../operations/discovery/listListings';
import { updateListing } from '../../operations/discovery/updateListing';
import { upsertListed } from '../../operations/discovery/upsertListed';
import { releaseLease } from '../../operations/queue/releaseLease';
import { StoreContext } from '../../reads/StoreContext';
import { ListedRepositoryRow, toJson } from '../../rows';
import { Lease, Reschedule } from '../../types';

/** Longest repository name there is in a registry. */
const MAX_REPOSITORY_LENGTH = 255;

const INCOMPLETE = {
  message:
    'The listing did not get to its end, so repositories may be missing.',
  fix: 'Narrow what the credentials may see, or name the repositories in the rules.',
};

type Found = Exclude<ListingReading, { failure: unknown }>;

/** Writes a listing in one transaction. See `DiscoveryStore.recordListing`. */
export async function recordListing(
  { database, now }: StoreContext,
  host: string,
  reading: ListingReading,
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    const listings = await listListings(tx);
    const since = listings.find(row => row.host === host)?.failing_since ?? at;
    if ('failure' in reading) {
      await updateListing(tx, host, {
        last_attempt_at: at,
        problem: toJson(reading.failure),
        failing_since: since,
      });
      return;
    }
    await writeFound(tx, host, reading, at);
    await updateListing(tx, host, {
      method: reading.method,
      last_attempt_at: at,
      ...(reading.complete
        ? { last_success_at: at, problem: null, failing_since: null }
        : { problem: toJson(INCOMPLETE), failing_since: since }),
    });
  });
}

/** What a complete listing no longer shows is marked so; an incomplete one removes nothing. */
async function writeFound(
  tx: Database,
  registry: string,
  { repositories, complete }: Found,
  at: string,
): Promise<void> {
  const before = await listListed(tx, { registry });
  const known = new Map(before.map(row => [row.chart_id, row]));
  const found = new Map<string, ListedRepositoryRow>();
  for (const repository of repositories) {
    if (repository.length <= MAX_REPOSITORY_LENGTH) {
      const id = chartIdOf(registry, repository);
      found.set(id, {
        chart_id: id,
        registry,
        repository,
        present: true,
        first_seen_at: at,
      });
    }
  }
  const came = [...found.values()].filter(
    ({ chart_id }) => !known.get(chart_id)?.present,
  );
  const went = before.filter(
    row => complete && row.present && !found.has(row.chart_id),
  );
  await upsertListed(tx, [
    ...came,
    ...went.map(row => ({ ...row, present: false })),
  ]);
}
