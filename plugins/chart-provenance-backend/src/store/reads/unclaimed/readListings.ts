import { ListingStatus } from 'backstage-plugin-chart-provenance-common';
import { listListed } from '../../operations/discovery/listListed';
import { listListings } from '../../operations/discovery/listListings';
import { fromNullableJson, RegistryListingRow } from '../../rows';
import { readRepositories } from '../legacy/readRepositories';
import { StoreContext } from '../StoreContext';

/** How the charts of every registry and legacy repository are found. */
export async function readListings(
  context: StoreContext,
): Promise<ListingStatus[]> {
  const { database } = context;
  const found = new Map<string, number>();
  for (const { registry } of await listListed(database, { present: true })) {
    found.set(registry, (found.get(registry) ?? 0) + 1);
  }
  const registries = (await listListings(database)).map(row => ({
    place: row.host,
    kind: 'registry' as const,
    method: row.method ?? 'names',
    found: found.get(row.host) ?? 0,
    lastSuccessAt: row.last_success_at,
    problem: problemOf(row),
  }));
  const legacy = (await readRepositories(context)).map(repository => ({
    place: repository.url,
    kind: 'legacy' as const,
    method: repository.method,
    found: repository.charts,
    lastSuccessAt: repository.lastSuccessAt,
    problem: repository.problem,
  }));
  return [...registries, ...legacy];
}

function problemOf(row: RegistryListingRow): ListingStatus['problem'] {
  const problem = fromNullableJson<{ message: string; fix: string }>(
    row.problem,
  );
  const since = row.failing_since ?? row.last_attempt_at;
  return problem && since !== null ? { ...problem, since } : null;
}
