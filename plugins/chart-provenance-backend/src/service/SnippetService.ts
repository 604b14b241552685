import { Snippet, SnippetList } from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, ChartLocator } from './ChartProvenanceService';

/** Which text. */
export interface SnippetQuery {
  /** Digest of the version to name; the newest verified one without. */
  version?: string;
  /** Id of the one consumer to show the change of; all without. */
  consumer?: string;
  /** Option → value. */
  options: Readonly<Record<string, string>>;
}

/**
 * Makes texts for a chart.
 *
 * @internal
 */
export interface SnippetService {
  snippets(
    locator: ChartLocator,
    query: Pick<SnippetQuery, 'version'>,
    caller: CallerOptions,
  ): Promise<SnippetList>;
  /** @throws NotFoundError, InputError, ConflictError for what cannot be written inertly */
  snippet(
    locator: ChartLocator,
    id: string,
    query: SnippetQuery,
    caller: CallerOptions,
  ): Promise<Snippet>;
}
