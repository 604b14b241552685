import { chunk } from '../../chunk';
import { Database } from '../../database';

/**
 * Remembers when consumers that are gone or moved on were last seen at legacy charts (ISO), and that they were missed `at`; a later time counts.
 */
export async function rememberLegacyUse(
  tx: Database,
  lastSeen: ReadonlyMap<string, string>,
  at: string,
): Promise<void> {
  for (const some of chunk([...lastSeen])) {
    await tx('legacy_consumption')
      .insert(
        some.map(([legacy_id, last_seen_at]) => ({
          legacy_id,
          last_seen_at,
          left_at: at,
        })),
      )
      .onConflict('legacy_id')
      .merge({
        last_seen_at: later(tx, 'last_seen_at'),
        left_at: later(tx, 'left_at'),
      });
  }
}

function later(tx: Database, column: 'last_seen_at' | 'left_at') {
  return tx.raw(
    'case when excluded.?? > legacy_consumption.?? then excluded.?? else legacy_consumption.?? end',
    [column, column, column, column],
  );
}
