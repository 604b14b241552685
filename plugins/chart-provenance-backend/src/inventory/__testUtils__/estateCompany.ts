import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { parseConfig } from '../../config/parseConfig';
import { Problems } from '../../config/problems';
import { createConsumerIndexing, existingEntities } from '../../consumers';
import { WorkHandler, WorkPump } from '../../indexing';
import { DatabaseChartStore } from '../../store/DatabaseChartStore';
import { TestClock } from '../../store/__testUtils__/testDatabases';
import { CatalogDiscovery } from '../CatalogDiscovery';
import { Unclaimed } from '../unclaimed';
import { Estate, LEGACY, REGISTRY } from './estate';
import {
  catalogOf,
  clustersOf,
  HOUR_MS,
  indexOf,
  listingOf,
  walkOf,
} from './estateStandIns';

/** The rules that the documentation offers, as they stand there. */
function recipe() {
  const document = readFileSync(
    resolve(__dirname, '../../../../../docs/operations.md'),
    'utf8',
  );
  const section = document.slice(document.indexOf('## Onboarding an estate'));
  const [, yaml] = /```yaml\n(.*?)```/s.exec(section) ?? [];
  const problems = new Problems();
  const config = parseConfig(parse(yaml).chartProvenance, problems);
  expect(problems.lines).toEqual([]);
  expect(config.rules).toHaveLength(4);
  return config;
}

/** The company, and everything that reads it: the real handlers, with stand-ins for the registry, the index and the clusters. */
export async function openEstate(
  estate: Estate,
  store: DatabaseChartStore,
  clock: TestClock,
) {
  const operator = recipe();
  const logger = mockServices.logger.mock();
  const shared = {
    catalog: catalogOf(estate),
    discovery: store.discovery,
    queue: store.queue,
    schedule: { intervalMs: HOUR_MS },
    operator,
    logger,
    now: clock.now,
  };
  const discovery = new CatalogDiscovery({
    ...shared,
    auth: mockServices.auth(),
    inventory: store.inventory,
    legacy: store.legacy,
  });
  const consumers = createConsumerIndexing({
    ...shared,
    providers: [clustersOf(estate)],
    existing: existingEntities({ ...shared, auth: mockServices.auth() }),
    store: store.consumers,
    config: operator,
  });
  const watched = (handler: WorkHandler): WorkHandler => ({
    async handle(lease, signal) {
      await handler.handle(lease, signal);
      await discovery.onFound();
    },
  });
  await discovery.schedule();
  await consumers.schedule();
  await store.discovery.configureListings([REGISTRY]);
  await store.legacy.configure([LEGACY]);
  const pump = new WorkPump({
    ...shared,
    handlers: {
      discovery,
      sources: consumers.handlers.sources,
      source: watched(consumers.handlers.source),
      listing: watched(listingOf(estate, store, clock, operator.rules)),
      legacy: watched(indexOf(estate, store, clock)),
      chart: walkOf(estate, store, clock),
    },
    concurrency: 20,
    hostConcurrency: 20,
  });
  return {
    unclaimed: new Unclaimed({ ...shared, discoveryIntervalMs: HOUR_MS }),
    /** Everything that is due, until nothing is. */
    async settle(): Promise<void> {
      for (let taken = 1; taken > 0; ) {
        taken = await pump.runOnce();
      }
      expect(logger.error).not.toHaveBeenCalled();
      expect(logger.warn).not.toHaveBeenCalled();
    },
  };
}
