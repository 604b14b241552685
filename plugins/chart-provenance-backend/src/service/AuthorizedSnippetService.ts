import {
  chartProvenanceConsumerReadPermission,
  ConsumerRow,
  Snippet,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { ConsumerStore } from '../store';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';
import { DefaultSnippetService } from './DefaultSnippetService';
import { Gatekeeper } from './Gatekeeper';
import { visibleConsumers } from './hideConsumers';
import { SnippetQuery, SnippetService } from './SnippetService';

/** What {@link AuthorizedSnippetService} asks. */
export interface AuthorizedSnippetServiceOptions {
  inner: Pick<DefaultSnippetService, 'snippets' | 'snippet'>;
  gate: Gatekeeper;
  consumers: Pick<ConsumerStore, 'consumersOf'>;
}

/** For whoever may read the chart; the manifests of consumers only where the caller may see those too. */
export class AuthorizedSnippetService implements SnippetService {
  readonly #options: AuthorizedSnippetServiceOptions;

  constructor(options: AuthorizedSnippetServiceOptions) {
    this.#options = options;
  }

  async snippets(
    locator: ChartLocator,
    query: Pick<SnippetQuery, 'version'>,
    caller: CallerOptions,
  ): Promise<SnippetList> {
    await this.#options.gate.mayRead(locator.entityRef, caller);
    return this.#options.inner.snippets(locator, query);
  }

  async snippet(
    locator: ChartLocator,
    id: string,
    query: SnippetQuery,
    caller: CallerOptions,
  ): Promise<Snippet> {
    await this.#options.gate.mayRead(locator.entityRef, caller);
    return this.#options.inner.snippet(locator, id, query, () =>
      this.#consumers(locator, query.consumer, caller),
    );
  }

  async #consumers(
    { chartId }: ChartLocator,
    only: string | undefined,
    caller: CallerOptions,
  ): Promise<ConsumerRow[]> {
    const { gate, consumers } = this.#options;
    const mayRead = await gate.isAllowed(
      chartProvenanceConsumerReadPermission,
      caller,
    );
    if (!mayRead) {
      return [];
    }
    const rows = await consumers.consumersOf(chartId);
    const wanted =
      only === undefined ? rows : rows.filter(({ id }) => id === only);
    return visibleConsumers(wanted, gate, caller);
  }
}
