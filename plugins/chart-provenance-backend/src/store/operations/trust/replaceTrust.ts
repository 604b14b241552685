import { Database } from '../../database';
import { toJson, TrustMetadataRow } from '../../rows';
import { TrustBasis, TrustRefresh } from '../../TrustStore';

/**
 * Replaces a source's bytes, where the stored versions still are those that the refresh started from. False when they are not: whatever was
 * stored meanwhile may be newer, and is never written over.
 */
export async function replaceTrust(
  tx: Database,
  source: string,
  refresh: TrustRefresh & { materialHash: string },
  basis: TrustBasis,
  now: string,
): Promise<boolean> {
  const { rootVersion, timestampVersion } = refresh;
  const isNewer =
    basis.rootVersion !== rootVersion ||
    basis.timestampVersion !== timestampVersion;
  const count = await tx<TrustMetadataRow>('trust_metadata')
    .where({
      source,
      root_version: basis.rootVersion,
      timestamp_version: basis.timestampVersion,
    })
    .update({
      metadata: toJson(refresh.metadata),
      trusted_root: refresh.trustedRoot,
      material_hash: refresh.materialHash,
      root_version: rootVersion,
      timestamp_version: timestampVersion,
      last_success_at: now,
      // The same version again says nothing about when it was signed; a newer one starts anew, with this clock.
      ...(isNewer && { signed_since: now, clock_seen_at: now }),
    });
  return count === 1;
}
