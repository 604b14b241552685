import { Database } from '../../database';
import { RegistryListingRow } from '../../rows';

/** Reads how listing each registry went. */
export async function listListings(
  database: Database,
): Promise<RegistryListingRow[]> {
  return database<RegistryListingRow>('registry_listings').orderBy('host');
}
