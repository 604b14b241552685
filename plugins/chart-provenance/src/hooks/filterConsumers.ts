import {
  ConsumerRow,
  PinKind,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';

/**
 * Stands in the address for the consumers of no configured environment. One that an operator calls just so is shown with them.
 *
 * @internal
 */
export const NO_ENVIRONMENT = '(no environment)';

/**
 * What is known of the running bytes: a verdict, or none.
 *
 * @internal
 */
export type RunsFilter = VerdictStatus | 'unknown';

/**
 * The {@link RunsFilter} that selects the consumer.
 *
 * @internal
 */
export function runsFilterOf({ runs }: Pick<ConsumerRow, 'runs'>): RunsFilter {
  return runs?.verdict?.status ?? 'unknown';
}

/**
 * What the reader asked to see. Null: no matter which.
 *
 * @internal
 */
export interface ConsumerFilter {
  /** Substring of anything written in the row, case-insensitive. */
  text: string;
  /** Name of an environment, or {@link NO_ENVIRONMENT}. */
  environment: string | null;
  pin: PinKind | null;
  from: ConsumerRow['from'] | null;
  runs: RunsFilter | null;
}

/**
 * The consumers that match, in their order.
 *
 * @internal
 */
export function filterConsumers(
  rows: readonly ConsumerRow[],
  filter: ConsumerFilter,
): ConsumerRow[] {
  const text = filter.text.trim().toLocaleLowerCase('en-US');
  const { environment, pin, from, runs } = filter;
  return rows.filter(
    row =>
      (!environment || (row.environment ?? NO_ENVIRONMENT) === environment) &&
      (!pin || row.pin === pin) &&
      (!from || row.from === from) &&
      (!runs || runsFilterOf(row) === runs) &&
      (!text || matches(row, text)),
  );
}

function matches(row: ConsumerRow, text: string): boolean {
  const { where, runs } = row;
  return [
    row.name,
    row.namespace,
    row.kind,
    row.written,
    row.entityRef,
    row.owner,
    where.title,
    where.cluster,
    where.path,
    runs?.version,
    runs?.digest,
  ].some(value => value?.toLocaleLowerCase('en-US').includes(text));
}
