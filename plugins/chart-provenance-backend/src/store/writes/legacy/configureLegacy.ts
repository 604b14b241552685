import { normaliseRepositoryUrl } from '../../normaliseRepositoryUrl';
import { configureRepositories } from '../../operations/legacy/configureRepositories';
import { ensureWork } from '../../operations/queue/ensureWork';
import { listWorkKeys } from '../../operations/queue/listWorkKeys';
import { removeWork } from '../../operations/queue/removeWork';
import { StoreContext } from '../../reads/StoreContext';
import { legacyHost, legacyKey } from '../../workKeys';

/** Brings the legacy repositories in line with the configuration. See `LegacyStore.configure`. */
export async function configureLegacy(
  { database, now }: StoreContext,
  configured: readonly string[],
): Promise<void> {
  const urls = [...new Set(configured.map(normaliseRepositoryUrl))];
  const keys = new Set(urls.map(legacyKey));
  await database.transaction(async tx => {
    // Before the repositories: whoever writes a reading holds the rows in this order, too.
    const present = await listWorkKeys(tx, 'legacy');
    await removeWork(
      tx,
      present.filter(key => !keys.has(key)),
    );
    await configureRepositories(tx, urls);
    await ensureWork(
      tx,
      urls.map(url => ({
        key: legacyKey(url),
        kind: 'legacy' as const,
        host: legacyHost(url),
      })),
      now().toISOString(),
    );
  });
}
