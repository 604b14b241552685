import { Database } from '../../database';
import { SignOffRow } from '../../rows';

/** Adds a sign-off. */
export async function insertSignOff(
  database: Database,
  row: Omit<SignOffRow, 'id'>,
): Promise<void> {
  await database('sign_offs').insert(row);
}
