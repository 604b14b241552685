import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ConsumerRow,
  Snippet,
  SnippetInput,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import {
  listSnippets,
  makeSnippet,
  SnippetError,
} from 'backstage-plugin-chart-provenance-common/snippets';
import { SnippetReader, unchangedNote } from '../snippets';
import { ChartReads } from '../store';
import { ChartLocator } from './ChartProvenanceService';
import { chartOf, noSuchChart } from './chartOf';
import { SnippetQuery } from './SnippetService';

/** The consumers of the chart that may be shown; asked for once the chart is known to be the entity's. */
export type ConsumersOf = () => Promise<readonly ConsumerRow[]>;

/** What {@link DefaultSnippetService} answers from. */
export interface DefaultSnippetServiceOptions {
  reads: Pick<ChartReads, 'chartRecord'>;
  reader: Pick<SnippetReader, 'input'>;
}

/** Makes the texts. Authorises nobody: {@link AuthorizedSnippetService} is around it, and says which consumers may be shown. */
export class DefaultSnippetService {
  readonly #options: DefaultSnippetServiceOptions;

  constructor(options: DefaultSnippetServiceOptions) {
    this.#options = options;
  }

  async snippets(
    locator: ChartLocator,
    query: Pick<SnippetQuery, 'version'>,
  ): Promise<SnippetList> {
    const input = await this.#input(locator, query, async () => []);
    const { version } = input;
    return {
      chartId: locator.chartId,
      version: version && {
        version: version.version,
        digest: version.digest,
        verified: version.status === 'verified',
      },
      items: listSnippets(input),
    };
  }

  async snippet(
    locator: ChartLocator,
    id: string,
    query: SnippetQuery,
    consumers: ConsumersOf,
  ): Promise<Snippet> {
    const shown: ConsumerRow[] = [];
    const input = await this.#input(locator, query, async () => {
      shown.push(...(await consumers()));
      return shown;
    });
    try {
      const snippet = makeSnippet(id, input, query.options);
      const wanted = shown.find(row => row.id === query.consumer);
      const unchanged = snippet.diffs.length === 0 ? wanted : undefined;
      // A file of others is shown around what changes in it, and not as a whole.
      return {
        ...snippet,
        diffs: snippet.diffs.map(diff => ({ ...diff, after: null })),
        notes: [
          ...(unchanged ? [unchangedNote(unchanged)] : []),
          ...snippet.notes,
        ],
      };
    } catch (error) {
      throw asHttp(error);
    }
  }

  async #input(
    locator: ChartLocator,
    { version }: Pick<SnippetQuery, 'version'>,
    consumers: ConsumersOf,
  ): Promise<SnippetInput> {
    const chart = await chartOf(this.#options.reads, locator);
    const input = await this.#options.reader.input(
      chart,
      version,
      await consumers(),
    );
    if (!input) {
      throw noSuchChart();
    }
    return input;
  }
}

function asHttp(error: unknown): unknown {
  if (!(error instanceof SnippetError)) {
    return error;
  }
  switch (error.code) {
    case 'unknown-snippet':
      return new NotFoundError(error.message);
    case 'unknown-option':
      return new InputError(error.message);
    default:
      return new ConflictError(error.message);
  }
}
