import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { DatabaseChartStore } from '../DatabaseChartStore';
import { ListingReading } from '../DiscoveryStore';
import { ChartRecord } from '../types';
import { listingKey } from '../workKeys';
import { LATER, leaseAgain } from './consumerFixtures';
import { PAYMENTS } from './walkFixtures';

/** A chart beside `payments`, with the id it would have. */
export function chartNamed(
  name: string,
  about: Partial<ChartRecord> = {},
): ChartRecord {
  const repository = `acme/charts/${name}`;
  return {
    ...PAYMENTS,
    chartId: chartIdOf(PAYMENTS.registry, repository),
    repository,
    ...about,
  };
}

/** A listing by `_catalog`, to its end unless told. */
export function listed(
  repositories: string[],
  complete = true,
): ListingReading {
  return { method: 'catalog', repositories, complete };
}

/** Writes a listing of the registry of `payments` under a lease of its own. */
export async function recordListing(
  store: DatabaseChartStore,
  reading: ListingReading,
): Promise<void> {
  const { registry } = PAYMENTS;
  const lease = await leaseAgain(store, listingKey(registry));
  await store.discovery.recordListing(registry, reading, lease, LATER);
}
