import {
  ChartImage,
  ChartImages,
  StaleRoot,
} from 'backstage-plugin-chart-provenance-common';
import {
  chooseImages,
  FoundImage,
} from 'backstage-plugin-chart-provenance-common/images';
import { ImageLook, ImageStore } from '../store';
import { sourcesOf } from './ChartImagesHandler';
import { ImageJudge } from './ImageJudge';
import { ImageRules } from './ImageRules';
import { shownImage } from './shownImage';

/** What {@link ImageReader} reads from. */
export interface ImageReaderOptions {
  rules: ImageRules;
  judge: ImageJudge;
  store: Pick<ImageStore, 'version' | 'looks'>;
  /** Trust roots that have not been refreshed in time, as of now. */
  rootsStale: () => readonly StaleRoot[];
  now: () => Date;
}

/** Tells which images a version deploys, and what is known of each. Reads the store and nothing else, and authorises nobody. */
export class ImageReader {
  readonly #options: ImageReaderOptions;

  constructor(options: ImageReaderOptions) {
    this.#options = options;
  }

  /** Null for a version that is not known. */
  async imagesOf(chartId: string, digest: string): Promise<ChartImages | null> {
    const version = await this.#options.store.version(chartId, digest);
    if (!version) {
      return null;
    }
    const chosen = chooseImages({ ...version, ...sourcesOf(version.archive) });
    const { items, ...rest } = chosen;
    return { digest, ...rest, items: await this.#shown(items) };
  }

  async #shown(items: readonly FoundImage[]): Promise<ChartImage[]> {
    const { rules, judge, store, rootsStale, now } = this.#options;
    const stale = rootsStale();
    const at = now().toISOString();
    const looks = new Map<string, ImageLook[]>();
    const shown: ChartImage[] = [];
    for (const image of items) {
      const rule = rules.of(image.name);
      if (rule && !looks.has(image.name)) {
        looks.set(
          image.name,
          await store.looks(image.name, referencesOf(image.name, items)),
        );
      }
      const look = looks
        .get(image.name)
        ?.find(({ reference }) => reference === referenceOf(image));
      const options = { rule, look, judge, rootsStale: stale, now: at };
      shown.push(shownImage(image, options));
    }
    return shown;
  }
}

/** By what it is looked at: its digest wins. */
function referenceOf({ digest, tag }: FoundImage): string | null {
  return digest ?? tag;
}

function referencesOf(name: string, items: readonly FoundImage[]): string[] {
  return items
    .filter(item => item.name === name)
    .flatMap(item => referenceOf(item) ?? []);
}
