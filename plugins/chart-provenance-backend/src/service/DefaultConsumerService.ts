import {
  ConsumedChart,
  ConsumerList,
  ConsumerRow,
  ConsumerSummary,
  ConsumesList,
  MigrationSummary,
} from 'backstage-plugin-chart-provenance-common';
import { ChartReads, ChartRecord, ConsumerStore } from '../store';
import { chartOf } from './chartOf';
import { ChartLocator } from './ChartProvenanceService';
import { consumedCharts, summariseUsage } from './usage';

/** Who uses a chart, with nobody hidden. What is told of single ones is for {@link AuthorizedConsumerService} to say. */
export type AllConsumers = Omit<ConsumerList, 'splits'>;

/** What the overview is made from, with nobody hidden. */
export interface AllUses {
  /** Names of the environments, the most important first. */
  environments: readonly string[];
  charts: {
    chartId: string;
    rows: ConsumerRow[];
    usage: ConsumerSummary;
    migration: MigrationSummary;
  }[];
  consumes: ConsumedChart[];
}

/** What {@link DefaultConsumerService} answers from. */
export interface DefaultConsumerServiceOptions {
  reads: Pick<ChartReads, 'chartRecord' | 'entityProvenance'>;
  consumers: Pick<ConsumerStore, 'consumersOf' | 'consumersBy' | 'sources'>;
  /** Names of the environments, the most important first. */
  environments: readonly string[];
  migration: { summary(chart: ChartRecord): Promise<MigrationSummary> };
}

/** Answers from the store. Authorises nobody, and hides nobody: {@link AuthorizedConsumerService} is around it. */
export class DefaultConsumerService {
  readonly #options: DefaultConsumerServiceOptions;

  constructor(options: DefaultConsumerServiceOptions) {
    this.#options = options;
  }

  async consumers(locator: ChartLocator): Promise<AllConsumers> {
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
      sources,
    };
  }

  async consumes(entityRef: string): Promise<ConsumesList> {
    const sources = await this.#options.consumers.sources();
    return { entityRef, charts: await this.#consumed(entityRef), sources };
  }

  async overview(entityRef: string): Promise<AllUses> {
    const { reads, consumers, environments, migration } = this.#options;
    const { charts: own } = await reads.entityProvenance(entityRef);
    const sources = await consumers.sources();
    const charts = [];
    for (const { chartId } of own) {
      const chart = await chartOf(reads, { entityRef, chartId });
      const rows = await consumers.consumersOf(chartId);
      charts.push({
        chartId,
        rows,
        usage: summariseUsage(rows, sources),
        migration: await migration.summary(chart),
      });
    }
    return { environments, charts, consumes: await this.#consumed(entityRef) };
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
