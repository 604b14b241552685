import { ChartImages } from '../api/imageTypes';
import { ImageList } from './types';

/**
 * What is known of the images of one version, by where it is from. Null: that place has nothing to say.
 *
 * @public
 */
export interface ImageSources {
  /** What `helm template` gave; null where it was not rendered, or that failed. */
  rendered: ImageList | null;
  /** Why there is no rendering, one sentence; null where there is one, or none was asked for. */
  notRendered: string | null;
  /** An SBOM that the signer of the verified version attested. */
  sbom: ImageList | null;
  /** `artifacthub.io/images`. */
  annotation: ImageList | null;
  values: ImageList | null;
}

/**
 * The images of a version from the surest place that has some.
 *
 * @public
 */
export type ChosenImages = ImageList & Pick<ChartImages, 'from' | 'values'>;

/** Nobody checked it against the templates, whoever signed the chart. */
const CLAIMED =
  'Read off an annotation that the publisher wrote: templates may deploy others, or more.';
/** In the words of {@link ChartImages.values}. */
const OWN_VALUES = 'the chart’s own values.yaml';

/**
 * Picks the surest place: rendered, else the SBOM, the annotation, the default values. Lists are not put together: what one place lacks
 * another may have under values that nobody uses. A rendering counts even when it holds no image: then the chart deploys none.
 *
 * @public
 */
export function chooseImages(sources: ImageSources): ChosenImages {
  const { rendered, notRendered } = sources;
  if (rendered) {
    return { ...rendered, from: 'rendered', values: OWN_VALUES };
  }
  for (const from of ['sbom', 'annotation', 'values'] as const) {
    const list = sources[from];
    if (list && list.items.length > 0) {
      const claimed = from === 'annotation' ? CLAIMED : null;
      const problem = [notRendered, list.problem, claimed]
        .filter(Boolean)
        .join(' ');
      return { ...list, problem: problem || null, from, values: null };
    }
  }
  return {
    items: [],
    cut: false,
    from: null,
    values: null,
    problem:
      notRendered ??
      'Nothing names its images: it was not rendered, and neither an SBOM of its signer nor its annotations or values name any.',
  };
}
