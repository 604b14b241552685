import {
  ChartOverview,
  chartProvenanceConsumerReadPermission,
  chartProvenanceIndexOperatePermission,
  ConsumerList,
  ConsumesList,
  EntityOverview,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import { ConsumerService } from './ConsumerService';
import { AllUses, DefaultConsumerService } from './DefaultConsumerService';
import { Gatekeeper } from './Gatekeeper';
import {
  visibleCharts,
  visibleConsumers,
  withoutDocuments,
} from './hideConsumers';
import { runningLines, tagSplits } from './usage';

/**
 * Lets through only what the caller may see; a consumer whose entity the caller may not see is a number. What is told of environments, versions
 * and bytes is therefore told of the others alone: a line of one would tell what a hidden one runs, and where.
 */
export class AuthorizedConsumerService implements ConsumerService {
  readonly #inner: Pick<
    DefaultConsumerService,
    'consumers' | 'consumes' | 'overview'
  >;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: DefaultConsumerService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async consumers(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<ConsumerList> {
    await this.#mayRead(locator.entityRef, options);
    const answer = await this.#inner.consumers(locator);
    const items = await visibleConsumers(answer.items, this.#gate, options);
    const hidden = answer.items.length - items.length;
    return {
      ...(await this.#trimmed(answer, options)),
      items,
      summary: { ...answer.summary, hidden },
      splits: tagSplits(items),
    };
  }

  async consumes(
    entityRef: string,
    options: CallerOptions,
  ): Promise<ConsumesList> {
    await this.#mayRead(entityRef, options);
    const answer = await this.#inner.consumes(entityRef);
    return {
      ...(await this.#trimmed(answer, options)),
      charts: await visibleCharts(answer.charts, this.#gate, options),
    };
  }

  async overview(
    entityRef: string,
    options: CallerOptions,
  ): Promise<EntityOverview> {
    await this.#mayRead(entityRef, options);
    const answer = await this.#inner.overview(entityRef);
    const charts: ChartOverview[] = [];
    for (const chart of answer.charts) {
      charts.push(await this.#overviewOf(chart, answer, options));
    }
    return {
      entityRef,
      charts,
      consumes: await visibleCharts(answer.consumes, this.#gate, options),
    };
  }

  async #overviewOf(
    { rows, usage, ...chart }: AllUses['charts'][number],
    { environments }: AllUses,
    options: CallerOptions,
  ): Promise<ChartOverview> {
    const visible = await visibleConsumers(rows, this.#gate, options);
    return {
      ...chart,
      runs: runningLines(visible, environments),
      usage: { ...usage, hidden: rows.length - visible.length },
    };
  }

  async #mayRead(entityRef: string, options: CallerOptions): Promise<void> {
    await this.#gate.mayRead(entityRef, options);
    await this.#gate.may(chartProvenanceConsumerReadPermission, options);
  }

  async #trimmed<T extends { sources: ConsumerList['sources'] }>(
    answer: T,
    options: CallerOptions,
  ): Promise<T> {
    const operates = await this.#gate.isAllowed(
      chartProvenanceIndexOperatePermission,
      options,
    );
    return operates
      ? answer
      : { ...answer, sources: withoutDocuments(answer.sources) };
  }
}
