import {
  ConsumerRow,
  ConsumerSourceStatus,
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
  consumers: Pick<ConsumerStore, 'consumersOf' | 'sources' | 'unplaced'>;
  /** Configured manual items, besides those built in. */
  checklist: readonly ManualItemSpec[];
  now: () => Date;
}

/** Where consumers were looked for, and what those wrote of whom nobody can tell which chart they mean. */
export interface Looked {
  sources: readonly ConsumerSourceStatus[];
  unplaced: readonly string[];
}

/** Gathers what is known of a chart's migration, and has it judged. */
export class MigrationReader {
  readonly #options: MigrationReaderOptions;

  constructor(options: MigrationReaderOptions) {
    this.#options = options;
  }

  /**
   * Undefined for a chart that is not in the store. What is read in which order matters, as readings go on meanwhile: that a place was read is
   * only said of a reading before the consumers were asked for, and that one of them left is asked for after it.
   *
   * @param looked - as read before, for whoever asks for many charts
   */
  async facts(
    chart: ChartRecord,
    looked?: Looked,
  ): Promise<MigrationFacts | undefined> {
    const { migration, legacy, consumers, now } = this.#options;
    const { chartId, registry, repository } = chart;
    const at = now().toISOString();
    const { sources, unplaced } = looked ?? (await this.looked());
    const was = await legacy.factsOf(chartId);
    const users = await consumers.consumersOf(chartId);
    const use = await migration.legacyUse(chartId);
    const published = await migration.published(chartId);
    return (
      published && {
        ...published,
        now: at,
        chartId,
        registry,
        repository,
        policies: chart.policies,
        expectedSource: chart.expectedSource,
        legacy: was,
        consumers: users,
        sources: placesLookedAt(sources),
        unplacedConsumers: naming([repository, was?.name ?? ''], unplaced),
        reached: await migration.reached(chartId, was),
        lastLegacyConsumerAt: use.lastSeenAt,
        legacyConsumerLeftAt: use.leftAt,
        plan: await migration.plan(chartId),
        manual: this.items,
        signOffs: await migration.signOffs(chartId, registry),
      }
    );
  }

  /** What is the same for all charts, as of now. */
  async looked(): Promise<Looked> {
    const { consumers } = this.#options;
    const sources = await consumers.sources();
    return { sources, unplaced: await consumers.unplaced() };
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

/** How many texts have the last part of one of these names as a word. */
function naming(names: readonly string[], texts: readonly string[]): number {
  const wanted = names.flatMap(name => name.split('/').at(-1) || []);
  return texts.filter(text =>
    text.split(/[\s/#:@]+/).some(word => wanted.includes(word)),
  ).length;
}
