import { countWork } from '../operations/queue/countWork';
import { countCharts } from '../operations/state/countCharts';
import { countRegistries } from '../operations/state/countRegistries';
import { getState } from '../operations/state/getState';
import { StoredStatus } from '../types';
import { StoreContext } from './StoreContext';

/** The health of the index, as of now. */
export async function readStatus(context: StoreContext): Promise<StoredStatus> {
  const { database } = context;
  const now = context.now().toISOString();
  return {
    charts: await countCharts(database),
    queue: await countWork(database, now),
    catalog: {
      lastDiscoveryAt: await getState(database, 'discovery.finishedAt'),
      problem: await getState(database, 'discovery.problem'),
    },
    registries: await countRegistries(database, now),
  };
}
