import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { verdictSeverity } from '../../format/verdictSeverity';

/**
 * A line of the consumer table: a heading, or a consumer under it.
 *
 * @internal
 */
export type ConsumerLine =
  | { kind: 'environment'; key: string; name: string | null; count: number }
  | { kind: 'owner'; key: string; owner: string | null; count: number }
  | {
      kind: 'consumer';
      key: string;
      row: ConsumerRow;
      /** Place among the consumers, without headings. */
      index: number;
    };

/**
 * Consumers under headings: by environment in the operator's order, those of none last; in each by owner, those of nobody last; of each
 * owner the worst first.
 *
 * @internal
 */
export function groupConsumers(
  rows: readonly ConsumerRow[],
  environments: readonly string[],
): ConsumerLine[] {
  let index = 0;
  return partition(
    rows,
    row => row.environment,
    (a, b) => rankOf(a, environments) - rankOf(b, environments),
  ).flatMap(([name, inEnvironment]) => [
    {
      kind: 'environment' as const,
      key: JSON.stringify(['environment', name]),
      name,
      count: inEnvironment.length,
    },
    ...partition(
      inEnvironment,
      row => row.owner,
      (a, b) => a.localeCompare(b, 'en-US'),
    ).flatMap(([owner, owned]) => [
      {
        kind: 'owner' as const,
        key: JSON.stringify(['owner', name, owner]),
        owner,
        count: owned.length,
      },
      ...worstFirst(owned).map(row => ({
        kind: 'consumer' as const,
        key: row.id,
        row,
        index: index++,
      })),
    ]),
  ]);
}

/** Rows by a key, in the order of the keys; those without one at the end. */
function partition(
  rows: readonly ConsumerRow[],
  keyOf: (row: ConsumerRow) => string | null,
  order: (a: string, b: string) => number,
): [string | null, ConsumerRow[]][] {
  const parts = new Map<string | null, ConsumerRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const part = parts.get(key);
    if (part) {
      part.push(row);
    } else {
      parts.set(key, [row]);
    }
  }
  return [...parts.entries()].sort(([a], [b]) => {
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null);
    }
    return order(a, b);
  });
}

/** An environment the operator no longer lists comes after those that are listed. */
function rankOf(name: string, environments: readonly string[]): number {
  const index = environments.indexOf(name);
  return index < 0 ? environments.length : index;
}

/** What is not known to run comes last: nothing is wrong with it yet. */
function worstFirst(rows: readonly ConsumerRow[]): ConsumerRow[] {
  const severityOf = ({ runs }: ConsumerRow) =>
    runs ? verdictSeverity(runs.verdict) : Infinity;
  return [...rows].sort((a, b) => {
    const [first, second] = [severityOf(a), severityOf(b)];
    return first === second ? 0 : first - second;
  });
}
