import type { VerdictStatus } from '../verdict/types';

/**
 * A container image that a chart version deploys.
 *
 * @public
 */
export interface ChartImage {
  /** As it stands in the rendered manifest, the annotation or the values. */
  written: string;
  /** `registry/repository` with Docker's defaults filled in. */
  name: string;
  tag: string | null;
  digest: string | null;
  /** Named by digest, so that what was signed is what runs. */
  pinned: boolean;
  /** Kinds and names of the objects that hold it, at most 20, e.g. `Deployment/payments`; empty where it was not rendered. */
  usedBy: string[];
  /**
   * Its own verdict under the policy that `images.repositories` has for it. `not-configured`: nobody said who may sign it, and it was not looked at.
   */
  status: VerdictStatus | 'not-configured';
  /** One sentence: why. */
  reason: string;
  /** The policy applied; null where there is none. */
  policy: string | null;
  /** ISO; when its registry was last asked; null where it was not. */
  checkedAt: string | null;
}

/**
 * Answer of `GET …/versions/{digest}/images`.
 *
 * @public
 */
export interface ChartImages {
  digest: string;
  /** Where the list is from: `rendered` by `helm template`, else what the SBOM, the annotation or the values name. Null: nothing is known. */
  from: 'rendered' | 'sbom' | 'annotation' | 'values' | null;
  /** The values it was rendered with, in words, e.g. `the chart's own values.yaml`; null where it was not. */
  values: string | null;
  items: ChartImage[];
  /** One sentence: why there is no list, or why it may be incomplete; null when neither. */
  problem: string | null;
  cut: boolean;
}

/**
 * A chart version that deploys an image, with who runs it.
 *
 * @public
 */
export interface ImageUse {
  chartId: string;
  chart: string;
  entityRef: string | null;
  version: string;
  digest: string;
  /** The image as that version names it. */
  written: string;
  pinned: boolean;
  from: NonNullable<ChartImages['from']>;
  /** Consumers that run exactly this version, with those the reader may not see in `hidden`. */
  running: {
    name: string;
    cluster: string | null;
    environment: string | null;
    entityRef: string | null;
  }[];
  hidden: number;
}

/**
 * Answer of `GET /images`: who ships and who runs an image.
 *
 * @public
 */
export interface ImageUses {
  /** As asked: part of a name, or a digest. */
  query: string;
  /** At most 500. */
  items: ImageUse[];
  cut: boolean;
}
