import { Database } from '../../database';
import { ImageRepository } from '../../ImageStore';
import { ensureRepositories } from '../../operations/image/ensureRepositories';
import { ensureWork } from '../../operations/queue/ensureWork';
import { imageLooksKey, imagesHost, imagesKey } from '../../workKeys';

/** Adds work rows that are missing, due now (ISO). See `ImageStore.ensure`. */
export async function ensureImageWork(
  tx: Database,
  work: {
    charts?: readonly { chartId: string; registry: string }[];
    repositories?: readonly ImageRepository[];
  },
  now: string,
): Promise<void> {
  const { charts = [], repositories = [] } = work;
  const kind = 'images' as const;
  await ensureWork(
    tx,
    [
      ...charts.map(({ chartId, registry }) => ({
        key: imagesKey(chartId),
        kind,
        host: imagesHost(registry),
      })),
      ...repositories.map(({ name, host }) => ({
        key: imageLooksKey(name),
        kind,
        host: imagesHost(host),
      })),
    ],
    now,
  );
  await ensureRepositories(
    tx,
    repositories.map(({ name }) => ({ name, work_key: imageLooksKey(name) })),
  );
}
