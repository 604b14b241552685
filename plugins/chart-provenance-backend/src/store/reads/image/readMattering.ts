import { ChartFacts } from 'backstage-plugin-chart-provenance-common';
import {
  ImageList,
  readNamedImages,
} from 'backstage-plugin-chart-provenance-common/images';
import { ArchiveReading, MatteringVersion } from '../../ImageStore';
import { getChartImages } from '../../operations/image/getChartImages';
import { MatteringRow } from '../../operations/image/listMattering';
import { ChartRow, fromJson, fromNullableJson } from '../../rows';
import { readImages } from '../contents/readImages';
import { StoreContext } from '../StoreContext';

/** What names the images of a version: what was read off its archive, its SBOM, its annotation. */
export async function readMattering(
  context: StoreContext,
  chart: ChartRow,
  row: Omit<MatteringRow, 'sort_key'>,
): Promise<MatteringVersion> {
  const { digest, name, facts } = row;
  const stored = await getChartImages(context.database, chart.chart_id, digest);
  const named = fromJson<ChartFacts>(facts).images ?? [];
  return {
    digest,
    name,
    archive: fromNullableJson<ArchiveReading>(stored?.archive ?? null),
    sbom: await sbomImages(context, chart, digest),
    annotation:
      named.length === 0
        ? null
        : readNamedImages(
            named.map(reference => ({ reference })),
            { hosted: false },
          ),
  };
}

/** Anybody can attach an SBOM: only one that the signer of the verdict attested names images. */
async function sbomImages(
  context: StoreContext,
  chart: ChartRow,
  digest: string,
): Promise<ImageList | null> {
  const { images, sbom } = await readImages(context, chart, digest);
  return sbom?.verified ? readNamedImages(images, { hosted: true }) : null;
}
