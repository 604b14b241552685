import { ConsumerSourceStatus } from 'backstage-plugin-chart-provenance-common';
import { countConsumers } from '../../operations/consumer/countConsumers';
import { listSources } from '../../operations/consumer/listSources';
import { fromJson } from '../../rows';
import { StoreContext } from '../StoreContext';
import { sourceProblemOf } from './sourceProblemOf';

/** How reading every consumer source went, as of now. */
export async function readSources(
  context: StoreContext,
): Promise<ConsumerSourceStatus[]> {
  const [rows, counts] = await Promise.all([
    listSources(context.database),
    countConsumers(context.database),
  ]);
  return rows.map(row => ({
    id: row.source_id,
    provider: row.provider,
    title: row.title,
    lastSuccessAt: row.last_success_at,
    lastAttemptAt: row.last_attempt_at,
    problem: sourceProblemOf(context, row),
    documents: fromJson<ConsumerSourceStatus['documents']>(row.documents),
    documentProblems: row.document_problems,
    consumers: counts.get(row.source_id) ?? 0,
  }));
}
