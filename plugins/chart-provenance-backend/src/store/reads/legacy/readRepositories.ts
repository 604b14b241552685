import { LegacyRepositoryStatus } from '../../LegacyStore';
import { countLegacyCharts } from '../../operations/legacy/countLegacyCharts';
import { listRepositories } from '../../operations/legacy/listRepositories';
import { fromJson, LegacyRepositoryRow } from '../../rows';
import { StoreContext } from '../StoreContext';
import { problemOf } from './readLegacyFacts';

/** How reading the configured legacy repositories went. */
export async function readRepositories({
  database,
}: StoreContext): Promise<LegacyRepositoryStatus[]> {
  const rows = await listRepositories(database);
  const counts = await countLegacyCharts(database);
  return rows
    .filter(({ configured }) => configured)
    .map(row => ({
      url: row.url,
      method: row.method ?? 'index',
      charts: counts.get(row.url) ?? 0,
      lastSuccessAt: row.last_success_at,
      problem: failureOf(row) ?? entryProblemOf(row),
    }));
}

function failureOf(
  row: LegacyRepositoryRow,
): LegacyRepositoryStatus['problem'] {
  const problem = problemOf(row);
  return (
    problem && {
      message: problem.message,
      fix: problem.fix,
      since: problem.since,
    }
  );
}

/** The rest of the index could be read, and is not hidden by it. */
function entryProblemOf(
  row: LegacyRepositoryRow,
): LegacyRepositoryStatus['problem'] {
  const [first] = fromJson<{ where: string; message: string }[]>(
    row.entry_problems,
  );
  return first && row.last_success_at !== null
    ? {
        message: `${row.entry_problem_count} entries of the index could not be read, the first being ${first.where}: ${first.message}`,
        fix: 'Have the index mended, or the entries taken out of it.',
        since: row.last_success_at,
      }
    : null;
}
