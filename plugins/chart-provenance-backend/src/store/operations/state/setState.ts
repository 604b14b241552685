import { Database } from '../../database';
import { StateKey } from './getState';

/** Writes one fact; null forgets it. */
export async function setState(
  database: Database,
  key: StateKey,
  value: string | null,
): Promise<void> {
  if (value === null) {
    await database('index_state').where('key', key).delete();
    return;
  }
  await database('index_state')
    .insert({ key, value })
    .onConflict('key')
    .merge(['value']);
}
