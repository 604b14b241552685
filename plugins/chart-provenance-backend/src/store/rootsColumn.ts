import { rootsOf, Verdict } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';

/** The roots a verdict stands on, for the column `roots`: each between blanks, which no id has in it. */
export function rootsColumn(verdict: Verdict): string {
  return ` ${rootsOf(verdict).join(' ')} `;
}

/** The roots in the column. Of a row written before there was one, none: it is judged anew before it is shown. */
export function rootsIn(column: string | null): string[] {
  return (column ?? '').split(' ').filter(Boolean);
}

/** Restricts a query over `verdicts` to those that stand on one of some roots, or on none of them. */
export function whereOnRoots(
  query: Knex.QueryBuilder,
  roots: readonly string[],
  isOn: boolean,
): void {
  const escaped = roots.map(root => root.replace(/[\\%_]/g, '\\$&'));
  const sql = escaped
    .map(() => `coalesce(verdicts.roots, '') like ? escape '\\'`)
    .join(' or ');
  query.whereRaw(
    `${isOn ? '' : 'not '}(${sql})`,
    escaped.map(root => `% ${root} %`),
  );
}
