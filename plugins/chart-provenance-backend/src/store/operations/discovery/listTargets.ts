import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';

/** What a consumer wrote: one of a chart in a registry and a legacy chart. */
export type TargetRow = Pick<
  ConsumerTableRow,
  'registry' | 'repository' | 'legacy_url' | 'legacy_name'
>;

/** Reads every chart that consumers name, each once. */
export async function listTargets(database: Database): Promise<TargetRow[]> {
  return database('consumers').distinct(
    'registry',
    'repository',
    'legacy_url',
    'legacy_name',
  );
}
