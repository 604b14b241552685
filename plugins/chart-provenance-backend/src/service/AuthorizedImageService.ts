import {
  ChartImages,
  chartProvenanceChartReadPermission,
  chartProvenanceConsumerReadPermission,
  chartProvenanceIndexOperatePermission,
  ConsumerRow,
  ImageUse,
  ImageUses,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, VersionLocator } from './ChartProvenanceService';
import { DefaultImageService, FoundUse } from './DefaultImageService';
import { Gatekeeper } from './Gatekeeper';
import { visibleConsumers } from './hideConsumers';
import { ImageService } from './ImageService';

const MAX_USES = 500;

/**
 * Lets through only what the caller may see: images of charts whose entity may be read, and of their consumers those whose entity may be seen. The
 * others are a number. A chart that nobody owns is for operators.
 */
export class AuthorizedImageService implements ImageService {
  readonly #inner: Pick<DefaultImageService, 'images' | 'uses' | 'consumersOf'>;
  readonly #gate: Gatekeeper;

  constructor(options: {
    inner: Pick<DefaultImageService, 'images' | 'uses' | 'consumersOf'>;
    gate: Gatekeeper;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async images(
    locator: VersionLocator,
    caller: CallerOptions,
  ): Promise<ChartImages> {
    await this.#gate.mayRead(locator.entityRef, caller);
    return this.#inner.images(locator);
  }

  async uses(query: string, caller: CallerOptions): Promise<ImageUses> {
    await this.#gate.may(chartProvenanceConsumerReadPermission, caller);
    const { found, cut } = await this.#inner.uses(query);
    const readable = await this.#readable(found, caller);
    const shown = readable.slice(0, MAX_USES);
    return {
      query,
      items: await this.#withConsumers(shown, caller),
      cut: cut || readable.length > shown.length,
    };
  }

  async #readable(
    found: readonly FoundUse[],
    caller: CallerOptions,
  ): Promise<FoundUse[]> {
    const owners = found.flatMap(({ owner }) => owner ?? []);
    const visible = await this.#gate.visible(owners, caller);
    const readable = await this.#gate.allowedOn(
      chartProvenanceChartReadPermission,
      owners.filter(ref => visible.has(ref)),
      caller,
    );
    const operates =
      found.some(({ owner }) => owner === null) &&
      (await this.#gate.isAllowed(
        chartProvenanceIndexOperatePermission,
        caller,
      ));
    return found.filter(({ owner }) =>
      owner === null ? operates : readable.has(owner),
    );
  }

  /** Each chart's consumers are read once, however many of its versions and images there are. */
  async #withConsumers(
    uses: readonly FoundUse[],
    caller: CallerOptions,
  ): Promise<ImageUse[]> {
    const charts = new Map<
      string,
      { all: ConsumerRow[]; seen: ConsumerRow[] }
    >();
    const items: ImageUse[] = [];
    for (const { use } of uses) {
      const known = charts.get(use.chartId);
      const all = known?.all ?? (await this.#inner.consumersOf(use.chartId));
      const seen =
        known?.seen ?? (await visibleConsumers(all, this.#gate, caller));
      charts.set(use.chartId, { all, seen });
      const running = seen.filter(row => runs(row, use));
      items.push({
        ...use,
        running: running.map(consumerOf),
        hidden: all.filter(row => runs(row, use)).length - running.length,
      });
    }
    return items;
  }
}

/** By its bytes; where they are not recorded, by its version: whoever looks for an image wants to know of those as well. */
function runs(
  { from, runs: running }: ConsumerRow,
  { digest, version }: Pick<ImageUse, 'digest' | 'version'>,
): boolean {
  return (
    running?.digest === digest ||
    (from === 'oci' &&
      running !== null &&
      running.digest === null &&
      running.version === version)
  );
}

function consumerOf({
  name,
  where,
  environment,
  entityRef,
}: ConsumerRow): ImageUse['running'][number] {
  return { name, cluster: where.cluster, environment, entityRef };
}
