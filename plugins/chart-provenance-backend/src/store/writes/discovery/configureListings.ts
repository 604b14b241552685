import { configureHosts } from '../../operations/discovery/configureHosts';
import { ensureWork } from '../../operations/queue/ensureWork';
import { listWorkKeys } from '../../operations/queue/listWorkKeys';
import { removeWork } from '../../operations/queue/removeWork';
import { StoreContext } from '../../reads/StoreContext';
import { listingHost, listingKey } from '../../workKeys';

/** Brings the registries to be listed in line with the configuration. See `DiscoveryStore.configureListings`. */
export async function configureListings(
  { database, now }: StoreContext,
  hosts: readonly string[],
): Promise<void> {
  const keys = new Set(hosts.map(listingKey));
  await database.transaction(async tx => {
    // Before the registries: whoever writes a listing holds the rows in this order, too.
    const present = await listWorkKeys(tx, 'listing');
    await removeWork(
      tx,
      present.filter(key => !keys.has(key)),
    );
    await configureHosts(tx, hosts);
    await ensureWork(
      tx,
      hosts.map(host => ({
        key: listingKey(host),
        kind: 'listing' as const,
        host: listingHost(host),
      })),
      now().toISOString(),
    );
  });
}
