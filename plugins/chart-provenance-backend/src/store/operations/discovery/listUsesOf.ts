import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';
import { entityOf } from '../consumer/ConsumerListRow';

/** A use of a chart, with the entity that deploys it. */
export type UseRow = Pick<
  ConsumerTableRow,
  'id' | 'labels' | 'first_seen_at'
> & {
  /** The chart in the inventory, or the chart or legacy chart named. */
  target: string;
  entity_ref: string | null;
};

/** Reads the uses of some charts: those that name them, by chart id, and those of legacy charts, by theirs. */
export async function listUsesOf(
  database: Database,
  column: 'chart_id' | 'legacy_id',
  ids: readonly string[],
): Promise<UseRow[]> {
  const rows: UseRow[] = [];
  for (const some of chunk(ids)) {
    rows.push(
      ...(await database('consumers')
        .whereIn(column, some)
        .select(
          'consumers.id',
          'consumers.labels',
          'consumers.first_seen_at',
          { target: column },
          entityOf(database).as('entity_ref'),
        )),
    );
  }
  return rows;
}
