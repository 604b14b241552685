import type { ClientCell } from './clients/runClients.ts';

/** A row for each client and what it does, a column for each registry; below it what went wrong, in full. */
export function clientTable(cells: readonly ClientCell[]): string[] {
  const registries = [...new Set(cells.map(({ registry }) => registry))];
  const rows = new Map<string, string[]>();
  for (const cell of cells) {
    const key = `${cell.client}: ${cell.does}`;
    rows.set(key, [...(rows.get(key) ?? []), outcome(cell)]);
  }
  const table = [
    ['dev-registry driven by', ...registries],
    ...[...rows].map(([name, outcomes]) => [name, ...outcomes]),
  ];
  const widths = table[0].map((_, column) =>
    Math.max(...table.map(row => row[column].length)),
  );
  return [
    ...table.map(row =>
      row.map((text, column) => text.padEnd(widths[column])).join('  '),
    ),
    ...remarks(cells),
  ];
}

function outcome({ problem, notRunnable }: ClientCell): string {
  if (notRunnable !== undefined) {
    return 'not runnable';
  }
  return problem === undefined ? 'ok' : 'FAILED';
}

function remarks(cells: readonly ClientCell[]): string[] {
  const reasons = cells.flatMap(cell => cell.notRunnable ?? []);
  return [
    ...cells.flatMap(({ client, does, registry, problem }) =>
      problem === undefined
        ? []
        : [`failed: ${client}: ${does} (${registry}): ${problem}`],
    ),
    ...[...new Set(reasons)].map(reason => `not runnable: ${reason}`),
  ];
}
