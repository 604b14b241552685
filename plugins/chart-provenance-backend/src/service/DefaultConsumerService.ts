import {
  ConsumedChart,
  ConsumerList,
  ConsumesList,
  EntityOverview,
  MigrationSummary,
} from 'backstage-plugin-chart-provenance-common';
import { ChartReads, ChartRecord, ConsumerStore } from '../store';
import { chartOf } from './chartOf';
import { ChartLocator } from './ChartProvenanceService';
import { ConsumerService } from './ConsumerService';
import {
  consumedCharts,
  runningLines,
  summariseUsage,
  tagSplits,
} from './usage';

/** What {@link DefaultConsumerService} answers from. */
export interface DefaultConsumerServiceOptions {
  reads: Pick<ChartReads, 'chartRecord' | 'entityProvenance'>;
  consumers: Pick<ConsumerStore, 'consumersOf' | 'consumersBy' | 'sources'>;
  /** Names of the environments, the most important first. */
  environments: readonly string[];
  migration: { summary(chart: ChartRecord): Promise<MigrationSummary> };
}

/** Answers from the store. Authorises nobody, and hides nobody: {@link AuthorizedConsumerService} is around it. */
export class DefaultConsumerService implements ConsumerService {
  readonly #options: DefaultConsumerServiceOptions;

  constructor(options: DefaultConsumerServiceOptions) {
    this.#options = options;
  }

  async consumers(locator: ChartLocator): Promise<ConsumerList> {
    const { reads, consumers, environments } = this.#options;
    const { chartId } = await chartOf(reads, locator);
    const [items, sources] = await Promise.all([
      consumers.consumersOf(chartId),
      consumers.sources(),
    ]);
    return {
      chartId,
      items,
      environments: [...environments],
      summary: summariseUsage(items, sources),
      splits: tagSplits(items),
      sources,
    };
  }

  async consumes(entityRef: string): Promise<ConsumesList> {
    const sources = await this.#options.consumers.sources();
    return { entityRef, charts: await this.#consumed(entityRef), sources };
  }

  async overview(entityRef: string): Promise<EntityOverview> {
    const { reads, consumers, environments, migration } = this.#options;
    const { charts } = await reads.entityProvenance(entityRef);
    const sources = await consumers.sources();
    const overviews = [];
    for (const { chartId } of charts) {
      const chart = await chartOf(reads, { entityRef, chartId });
      const rows = await consumers.consumersOf(chartId);
      overviews.push({
        chartId,
        runs: runningLines(rows, environments),
        usage: summariseUsage(rows, sources),
        migration: await migration.summary(chart),
      });
    }
    return {
      entityRef,
      charts: overviews,
      consumes: await this.#consumed(entityRef),
    };
  }

  async #consumed(entityRef: string): Promise<ConsumedChart[]> {
    const { reads, consumers } = this.#options;
    const charts = consumedCharts(await consumers.consumersBy(entityRef));
    return Promise.all(
      charts.map(async chart => ({
        ...chart,
        ownerRef:
          (chart.chartId && (await reads.chartRecord(chart.chartId))?.owner) ||
          null,
      })),
    );
  }
}
