import { Database } from '../../database';
import { TrustMetadataRow } from '../../rows';

/** Reads one source with its bytes. */
export async function getTrustRow(
  database: Database,
  source: string,
): Promise<TrustMetadataRow | undefined> {
  return database<TrustMetadataRow>('trust_metadata')
    .where('source', source)
    .first();
}
