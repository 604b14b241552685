import { Database } from '../../database';
import { TrustMetadataRow } from '../../rows';

/** Every column but the bytes. */
const COLUMNS = [
  'source',
  'first_seen_at',
  'material_hash',
  'root_version',
  'timestamp_version',
  'signed_since',
  'clock_seen_at',
  'last_success_at',
  'next_try_at',
  'problem',
  'failing_since',
] as const;

/** A row of `trust_metadata` without its bytes. */
export type TrustMarkRow = Pick<TrustMetadataRow, (typeof COLUMNS)[number]>;

/** Reads these sources without their bytes. */
export async function listTrustMarks(
  database: Database,
  sources: readonly string[],
): Promise<TrustMarkRow[]> {
  return database<TrustMetadataRow>('trust_metadata')
    .whereIn('source', [...sources])
    .select(...COLUMNS);
}
