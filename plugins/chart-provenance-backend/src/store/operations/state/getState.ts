import { Database } from '../../database';

/** Single facts about the index. */
export type StateKey =
  | 'discovery.finishedAt'
  | 'discovery.problem'
  | 'images.settings';

/** Reads one fact; null when it was never written. */
export async function getState(
  database: Database,
  key: StateKey,
): Promise<string | null> {
  const row = await database('index_state')
    .where('key', key)
    .first<{ value: string } | undefined>('value');
  return row?.value ?? null;
}
