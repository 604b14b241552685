import {
  chartProvenanceConsumerReadPermission,
  chartProvenanceIndexOperatePermission,
  ConsumerList,
  ConsumesList,
  EntityOverview,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import { ConsumerService } from './ConsumerService';
import { Gatekeeper } from './Gatekeeper';
import {
  visibleCharts,
  visibleConsumers,
  withoutDocuments,
} from './hideConsumers';

/** Lets through only what the caller may see; a consumer whose entity the caller may not see is a number. */
export class AuthorizedConsumerService implements ConsumerService {
  readonly #inner: ConsumerService;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: ConsumerService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async consumers(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<ConsumerList> {
    await this.#mayRead(locator.entityRef, options);
    const answer = await this.#inner.consumers(locator, options);
    const items = await visibleConsumers(answer.items, this.#gate, options);
    const hidden = answer.items.length - items.length;
    return {
      ...(await this.#trimmed(answer, options)),
      items,
      summary: { ...answer.summary, hidden },
    };
  }

  async consumes(
    entityRef: string,
    options: CallerOptions,
  ): Promise<ConsumesList> {
    await this.#mayRead(entityRef, options);
    const answer = await this.#inner.consumes(entityRef, options);
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
    const answer = await this.#inner.overview(entityRef, options);
    return {
      ...answer,
      consumes: await visibleCharts(answer.consumes, this.#gate, options),
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
