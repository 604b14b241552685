import { ErrorLike, toError } from '@backstage/errors';
import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { ChartKey, ChartProvenanceApi } from '../api';

const PAGE_SIZE = 200;

/** Bound on what a page keeps in memory (20,000 rows); far beyond any chart seen. */
const MAX_PAGES = 100;

/**
 * Reads the version list to its end and reports after each page. Never rejects: a failure is reported with the rows
 * read before it.
 *
 * @internal
 */
export async function loadVersions(
  api: Pick<ChartProvenanceApi, 'listVersions'>,
  chart: ChartKey,
  report: (progress: {
    rows: VersionRow[];
    total: number;
    settled: boolean;
    error?: ErrorLike;
  }) => void,
  signal: AbortSignal,
): Promise<void> {
  let rows: VersionRow[] = [];
  let total = 0;
  let cursor: string | undefined;
  try {
    for (let page = 1; page <= MAX_PAGES && !signal.aborted; page++) {
      const answer = await api.listVersions(
        chart,
        { cursor, limit: PAGE_SIZE },
        { signal },
      );
      rows = [...rows, ...answer.items];
      total = answer.total;
      cursor = answer.nextCursor ?? undefined;
      const settled = !cursor || page === MAX_PAGES;
      report({ rows, total, settled });
      if (settled) {
        return;
      }
    }
  } catch (cause) {
    report({ rows, total, settled: true, error: toError(cause) });
  }
}
