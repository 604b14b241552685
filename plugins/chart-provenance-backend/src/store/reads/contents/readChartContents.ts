import {
  ChartContents,
  ChartFacts,
  ContainedImage,
} from 'backstage-plugin-chart-provenance-common';
import { ChartRow } from '../../rows';
import { StoreContext } from '../StoreContext';
import { readDependencies } from './readDependencies';
import { readImages } from './readImages';

const MAX_SHOWN = 200;

/** What a version brings with it: the charts that its Chart.yaml names, the images that its SBOM and Chart.yaml do. */
export async function readChartContents(
  context: StoreContext,
  chart: ChartRow,
  digest: string,
  facts: ChartFacts,
): Promise<ChartContents> {
  const { images, sbom } = await readImages(context, chart, digest);
  const all = withAnnotated(images, facts.images ?? []);
  const dependencies = facts.dependencies.slice(0, MAX_SHOWN);
  return {
    dependencies: await readDependencies(context, dependencies),
    images: all.slice(0, MAX_SHOWN),
    sbom,
    cut: all.length > MAX_SHOWN || facts.dependencies.length > MAX_SHOWN,
  };
}

/** What the SBOM has as well is told once. */
function withAnnotated(
  images: ContainedImage[],
  annotated: readonly string[],
): ContainedImage[] {
  const named = new Set(
    images.flatMap(({ reference, digest }) => [
      reference,
      `${reference}@${digest}`,
    ]),
  );
  const others = annotated
    .filter(reference => !named.has(reference))
    .map((reference): ContainedImage => {
      const [, digest = null] = /@(sha256:[0-9a-f]{64})$/.exec(reference) ?? [];
      return { reference, digest, from: 'annotation' };
    });
  return [...images, ...others];
}
