import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartImagesRow, ImageUseRow } from '../../rows';

/** Writes the images of one version, and which it names. A version that was removed meanwhile is left out: there is nothing to hold on to. */
export async function replaceChartImages(
  tx: Database,
  row: ChartImagesRow,
  uses: readonly Omit<ImageUseRow, 'chart_id' | 'digest'>[],
): Promise<void> {
  const { chart_id, digest } = row;
  const version = await tx('versions')
    .where({ chart_id, digest })
    .first('digest');
  if (!version) {
    return;
  }
  await tx<ChartImagesRow>('chart_images')
    .insert(row)
    .onConflict(['chart_id', 'digest'])
    .merge();
  await tx<ImageUseRow>('image_uses').where({ chart_id, digest }).delete();
  for (const some of chunk(uses)) {
    await tx<ImageUseRow>('image_uses').insert(
      some.map(use => ({ chart_id, digest, ...use })),
    );
  }
}
