import { Database } from '../../database';
import { ChartImagesRow } from '../../rows';

/** Reads what was recorded of the images of one version. */
export async function getChartImages(
  database: Database,
  chartId: string,
  digest: string,
): Promise<ChartImagesRow | undefined> {
  return database<ChartImagesRow>('chart_images')
    .where({ chart_id: chartId, digest })
    .first();
}
