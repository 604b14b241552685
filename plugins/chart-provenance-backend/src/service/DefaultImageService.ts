import {
  ChartImages,
  ConsumerRow,
  ImageUse,
} from 'backstage-plugin-chart-provenance-common';
import { ChartReads, ChartRecord, ConsumerStore, ImageStore } from '../store';
import { chartOf, noSuchChart } from './chartOf';
import { VersionLocator } from './ChartProvenanceService';

/** Rows that are read before it is known which of them the caller may see. */
const MAX_READ = 5_000;

/** A version that names an image, with everybody who runs it. Who may know is for {@link AuthorizedImageService} to say. */
export interface FoundUse {
  use: Omit<ImageUse, 'running' | 'hidden'>;
  /** Null where nobody owns the chart, or several entities say they do. */
  owner: string | null;
}

/** What {@link DefaultImageService} answers from. */
export interface DefaultImageServiceOptions {
  reads: Pick<ChartReads, 'chartRecord'>;
  reader: {
    imagesOf(chartId: string, digest: string): Promise<ChartImages | null>;
  };
  images: Pick<ImageStore, 'uses'>;
  consumers: Pick<ConsumerStore, 'consumersOf'>;
}

/** Answers from the store. Authorises nobody, and hides nobody: {@link AuthorizedImageService} is around it. */
export class DefaultImageService {
  readonly #options: DefaultImageServiceOptions;

  constructor(options: DefaultImageServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError */
  async images(locator: VersionLocator): Promise<ChartImages> {
    const { reads, reader } = this.#options;
    const { chartId } = await chartOf(reads, locator);
    const images = await reader.imagesOf(chartId, locator.digest);
    if (!images) {
      throw noSuchChart();
    }
    return images;
  }

  /** Every version that names the image, whoever may see it. */
  async uses(query: string): Promise<{ found: FoundUse[]; cut: boolean }> {
    const { reads, images } = this.#options;
    const rows = await images.uses(query.toLowerCase(), MAX_READ);
    const charts = new Map<string, ChartRecord | undefined>();
    const found: FoundUse[] = [];
    for (const row of rows) {
      if (!charts.has(row.chartId)) {
        charts.set(row.chartId, await reads.chartRecord(row.chartId));
      }
      const chart = charts.get(row.chartId);
      if (chart) {
        const place = `oci://${chart.registry}/${chart.repository}`;
        const use = { ...row, chart: place, entityRef: chart.owner };
        found.push({ use, owner: chart.owner });
      }
    }
    return { found, cut: rows.length >= MAX_READ };
  }

  /** Consumers of a chart, nobody hidden. */
  consumersOf(chartId: string): Promise<ConsumerRow[]> {
    return this.#options.consumers.consumersOf(chartId);
  }
}
