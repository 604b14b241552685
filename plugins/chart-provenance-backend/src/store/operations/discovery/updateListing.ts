import { Database } from '../../database';
import { RegistryListingRow } from '../../rows';

/** Writes some columns of how listing a registry went. */
export async function updateListing(
  tx: Database,
  host: string,
  columns: Partial<Omit<RegistryListingRow, 'host'>>,
): Promise<void> {
  await tx<RegistryListingRow>('registry_listings')
    .where('host', host)
    .update(columns);
}
