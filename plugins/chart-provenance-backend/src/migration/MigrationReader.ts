import {
  ConsumerRow,
  ManualItemSpec,
  MigrationFacts,
  MigrationState,
  MigrationSummary,
} from 'backstage-plugin-chart-provenance-common';
import {
  BUILT_IN_MANUAL_ITEMS,
  migrationState,
  migrationSummary,
} from 'backstage-plugin-chart-provenance-common/migration';
import {
  ChartRecord,
  ConsumerStore,
  LegacyStore,
  MigrationStore,
} from '../store';
import { placesLookedAt } from './placesLookedAt';

/** What facts are gathered from. */
export interface MigrationReaderOptions {
  migration: MigrationStore;
  legacy: Pick<LegacyStore, 'factsOf'>;
  consumers: Pick<ConsumerStore, 'consumersOf' | 'sources'>;
  /** Configured manual items, besides those built in. */
  checklist: readonly ManualItemSpec[];
  now: () => Date;
}

/** Gathers what is known of a chart's migration, and has it judged. */
export class MigrationReader {
  readonly #options: MigrationReaderOptions;

  constructor(options: MigrationReaderOptions) {
    this.#options = options;
  }

  /** Undefined for a chart that is not in the store. */
  async facts(chart: ChartRecord): Promise<MigrationFacts | undefined> {
    const { migration, legacy, consumers, now } = this.#options;
    const { chartId, registry, repository } = chart;
    const published = await migration.published(chartId);
    return (
      published && {
        ...published,
        now: now().toISOString(),
        chartId,
        registry,
        repository,
        policies: chart.policies,
        expectedSource: chart.expectedSource,
        legacy: await legacy.factsOf(chartId),
        consumers: await consumers.consumersOf(chartId),
        sources: placesLookedAt(await consumers.sources()),
        reached: await migration.reached(chartId),
        lastLegacyConsumerAt: await migration.lastLegacyConsumerAt(chartId),
        plan: await migration.plan(chartId),
        manual: this.items,
        signOffs: await migration.signOffs(chartId, registry),
      }
    );
  }

  /** Undefined for a chart that is not in the store. `consumers` are those the state was judged from. */
  async state(
    chart: ChartRecord,
    may: MigrationState['may'],
  ): Promise<{ state: MigrationState; consumers: ConsumerRow[] } | undefined> {
    const facts = await this.facts(chart);
    return (
      facts && {
        state: migrationState(facts, may),
        consumers: facts.consumers,
      }
    );
  }

  /** @throws Error for a chart that is not in the store. */
  async summary(chart: ChartRecord): Promise<MigrationSummary> {
    const read = await this.state(chart, { signOff: false, plan: false });
    if (!read) {
      throw new Error(`The chart ${chart.chartId} is not known`);
    }
    return migrationSummary(read.state);
  }

  /** Everything that people sign off. */
  get items(): ManualItemSpec[] {
    return [...BUILT_IN_MANUAL_ITEMS, ...this.#options.checklist];
  }
}
