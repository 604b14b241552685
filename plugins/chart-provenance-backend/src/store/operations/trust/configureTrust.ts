import { Database } from '../../database';
import { TrustMetadataRow } from '../../rows';

/** Adds rows for sources that were never configured before. */
export async function configureTrust(
  tx: Database,
  sources: readonly { source: string; rootId: string }[],
  now: string,
): Promise<void> {
  for (const { source, rootId } of sources) {
    await tx<TrustMetadataRow>('trust_metadata')
      .insert({
        source,
        root_id: rootId,
        first_seen_at: now,
        clock_seen_at: now,
      })
      .onConflict('source')
      .merge(['root_id']);
  }
}
