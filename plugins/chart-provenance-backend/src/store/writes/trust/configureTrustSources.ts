import { configureTrust } from '../../operations/trust/configureTrust';
import { ensureWork } from '../../operations/queue/ensureWork';
import { listWorkKeys } from '../../operations/queue/listWorkKeys';
import { removeWork } from '../../operations/queue/removeWork';
import { StoreContext } from '../../reads/StoreContext';
import { TrustSourceRecord } from '../../TrustStore';
import { trustHost, trustKey } from '../../workKeys';

/** Brings table and queue in line with the configuration. See `TrustStore.configure`. */
export async function configureTrustSources(
  { database, now }: StoreContext,
  sources: readonly TrustSourceRecord[],
): Promise<void> {
  const keys = new Set(sources.map(({ source }) => trustKey(source)));
  await database.transaction(async tx => {
    // The queue before the table, in the order in which whoever writes a refresh holds them.
    const present = await listWorkKeys(tx, 'trust');
    await removeWork(
      tx,
      present.filter(key => !keys.has(key)),
    );
    const at = now().toISOString();
    await ensureWork(
      tx,
      sources.map(({ source, host }) => ({
        key: trustKey(source),
        kind: 'trust' as const,
        host: trustHost(host),
      })),
      at,
    );
    await configureTrust(tx, sources, at);
  });
}
