import { chunk } from '../../chunk';
import { Database } from '../../database';

/** Remembers when consumers that are gone or moved on were last seen at legacy charts (ISO); a later time counts. */
export async function rememberLegacyUse(
  tx: Database,
  lastSeen: ReadonlyMap<string, string>,
): Promise<void> {
  for (const some of chunk([...lastSeen])) {
    await tx('legacy_consumption')
      .insert(
        some.map(([legacy_id, last_seen_at]) => ({ legacy_id, last_seen_at })),
      )
      .onConflict('legacy_id')
      .merge({
        last_seen_at: tx.raw(
          'case when excluded.last_seen_at > legacy_consumption.last_seen_at then excluded.last_seen_at else legacy_consumption.last_seen_at end',
        ),
      });
  }
}
