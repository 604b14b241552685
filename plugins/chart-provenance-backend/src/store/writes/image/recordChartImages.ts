import { createHash } from 'node:crypto';
import { ImageRepository, RecordedImages } from '../../ImageStore';
import { getChartImages } from '../../operations/image/getChartImages';
import { replaceChartImages } from '../../operations/image/replaceChartImages';
import { releaseLease } from '../../operations/queue/releaseLease';
import { StoreContext } from '../../reads/StoreContext';
import { toJson, toText } from '../../rows';
import { Lease, Reschedule } from '../../types';
import { ensureImageWork } from './ensureImageWork';

/** Writes the images of versions in one transaction. See `ImageStore.recordImages`. */
export async function recordChartImages(
  { database, now }: StoreContext,
  chartId: string,
  images: readonly RecordedImages[],
  repositories: readonly ImageRepository[],
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    for (const { digest, archive, chosen } of images) {
      const row = {
        chart_id: chartId,
        digest,
        archive: archive && toJson(archive),
        chosen: toJson(chosen),
      };
      const result_hash = createHash('sha256')
        .update(JSON.stringify([row.archive, row.chosen]))
        .digest('hex');
      const stored = await getChartImages(tx, chartId, digest);
      if (stored?.result_hash !== result_hash) {
        const uses = chosen.items.map((image, position) => ({
          position,
          name: image.name,
          tag: image.tag,
          image_digest: image.digest,
          written: toText(image.written),
        }));
        await replaceChartImages(
          tx,
          { ...row, result_hash, read_at: at },
          uses,
        );
      }
    }
    await ensureImageWork(tx, { repositories }, at);
  });
}
