import { Database } from '../../database';
import { StoredStatus } from '../../types';

/** Counts the charts by state. Charts that nothing claims any more stay in every number. */
export async function countCharts(
  database: Database,
): Promise<StoredStatus['charts']> {
  const rows = await database('charts')
    .groupBy('state')
    .select<
      { state: string; count: number | string; owned: number | string }[]
    >('state', database.raw('count(*) as count, count(owner) as owned'));
  const sum = (numbers: (number | string)[]) =>
    numbers.reduce<number>((total, number) => total + Number(number), 0);
  const inState = (state: string) =>
    sum(rows.filter(row => row.state === state).map(row => row.count));
  const total = sum(rows.map(row => row.count));
  return {
    total,
    firstIndexing: inState('firstIndexing'),
    failed: inState('failed'),
    partial: inState('partial'),
    unowned: total - sum(rows.map(row => row.owned)),
  };
}
