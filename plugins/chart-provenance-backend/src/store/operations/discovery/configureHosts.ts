import { chunk } from '../../chunk';
import { Database } from '../../database';
import { RegistryListingRow } from '../../rows';

/** Keeps exactly these registries to be listed; new ones were never listed. What was found elsewhere stays. */
export async function configureHosts(
  tx: Database,
  hosts: readonly string[],
): Promise<void> {
  await tx<RegistryListingRow>('registry_listings')
    .whereNotIn('host', hosts)
    .delete();
  for (const some of chunk(hosts)) {
    await tx<RegistryListingRow>('registry_listings')
      .insert(some.map(host => ({ host })))
      .onConflict('host')
      .ignore();
  }
}
