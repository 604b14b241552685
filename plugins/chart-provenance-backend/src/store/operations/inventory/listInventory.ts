import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads every chart there is or was. */
export async function listInventory(database: Database): Promise<ChartRow[]> {
  return database<ChartRow>('charts').select();
}
