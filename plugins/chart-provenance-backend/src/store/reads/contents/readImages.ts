import {
  ChartContents,
  ContainedImage,
  SbomComponent,
} from 'backstage-plugin-chart-provenance-common';
import { getSbomComponents } from '../../operations/sbom/getSbomComponents';
import { ChartRow } from '../../rows';
import { unpackComponents } from '../../unpackComponents';
import { readSbomsOf } from '../sbom/readSboms';
import { StoreContext } from '../StoreContext';

/** The images in the SBOM of a version that counts most. */
export async function readImages(
  context: StoreContext,
  chart: ChartRow,
  digest: string,
): Promise<Pick<ChartContents, 'images' | 'sbom'>> {
  const sboms = await readSbomsOf(context, chart, digest);
  const [best] = (sboms?.documents ?? []).filter(
    ({ problem, present }) => problem === null && present,
  );
  const row =
    best &&
    (await getSbomComponents(context.database, {
      chart_id: chart.chart_id,
      subject: digest,
      digest: best.evidence,
    }));
  const components = row && (await unpackComponents(row.components));
  const images = (components ?? []).filter(({ kind }) => kind === 'image');
  return {
    images: images.map(imageOf),
    sbom:
      best && images.length > 0
        ? { evidence: best.evidence, verified: best.verified }
        : null,
  };
}

function imageOf(component: SbomComponent): ContainedImage {
  const { digest } = component;
  return { reference: referenceOf(component), digest, from: 'sbom' };
}

/** Tools write the repository as the name, or its last segment alone; then the package URL has the rest. */
function referenceOf({ name, version, purl }: SbomComponent): string {
  const [, qualifiers = ''] = purl?.split('?', 2) ?? [];
  const told = new URLSearchParams(qualifiers);
  const repository = name.includes('/')
    ? name
    : told.get('repository_url') ?? name;
  const isTagged = /[:@][^/]*$/.test(repository);
  const tag = version.startsWith('sha256:') ? told.get('tag') : version;
  return isTagged || !tag ? repository : `${repository}:${tag}`;
}
