import {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from './config';
import { Unclaimed } from './inventory';
import { MigrationReader } from './migration';
import {
  AuthorizedChartProvenance,
  AuthorizedConsumerService,
  AuthorizedDistrustService,
  AuthorizedInventoryService,
  AuthorizedMigrationService,
  ChartProvenanceService,
  ConsumerService,
  DefaultChartProvenance,
  DefaultConsumerService,
  DefaultDistrustService,
  DefaultMigrationService,
  DistrustService,
  DoctorRunner,
  ed25519KeysOf,
  Gatekeeper,
  InventoryService,
  MigrationService,
  trustStatusOf,
  userOf,
} from './service';
import { ChartStore } from './store';
import { TrustKeeper } from './trust';
import { EvidenceVerifier } from './verification';

/** What the services answer from. */
export interface ServicesOptions {
  catalog: CatalogService;
  permissions: PermissionsService;
  logger: LoggerService;
  config: ChartProvenanceConfig;
  store: ChartStore;
  reader: MigrationReader;
  verifier: EvidenceVerifier;
  /** How fresh the roots are that are refreshed, by id. */
  refreshStates: (now: Date) => ReturnType<TrustKeeper['states']>;
  keys: Parameters<typeof ed25519KeysOf>[0];
  /** Has due work looked for at once. */
  wake: () => void;
  /** Tests what is configured. */
  examine: () => Promise<DoctorReport>;
}

/** The services behind the routes, each with its authorisation around it. */
export function createServices(options: ServicesOptions): {
  service: ChartProvenanceService;
  consumers: ConsumerService;
  migration: MigrationService;
  inventory: InventoryService;
  distrust: DistrustService;
} {
  const { config, store, reader, verifier } = options;
  const now = () => new Date();
  const gate = new Gatekeeper(options);
  return {
    service: new AuthorizedChartProvenance({
      inner: new DefaultChartProvenance({
        reads: store,
        sboms: store.sboms,
        queue: {
          async makeDue(chartId) {
            const due = await store.queue.makeDue(chartId);
            options.wake();
            return due;
          },
        },
        doctor: new DoctorRunner(options.examine),
        trustStatus: () =>
          trustStatusOf(verifier, options.refreshStates(now()), now()),
        config,
        ed25519Keys: ed25519KeysOf(options.keys),
      }),
      gate,
    }),
    consumers: new AuthorizedConsumerService({
      inner: new DefaultConsumerService({
        reads: store,
        consumers: store.consumers,
        environments: config.consumers.environments.map(({ name }) => name),
        migration: reader,
      }),
      gate,
    }),
    migration: new AuthorizedMigrationService({
      inner: new DefaultMigrationService({
        reads: store,
        reader,
        store: store.migration,
        now,
      }),
      gate,
    }),
    distrust: new AuthorizedDistrustService({
      inner: new DefaultDistrustService({
        distrust: config.trust.distrust,
        store: store.distrust,
        consumers: store.consumers,
      }),
      gate,
    }),
    inventory: new AuthorizedInventoryService({
      inner: inventoryOf(options, now),
      gate,
    }),
  };
}

function inventoryOf(
  { catalog, config, logger, store, reader, wake }: ServicesOptions,
  now: () => Date,
): InventoryService {
  const unclaimed = new Unclaimed({
    discovery: store.discovery,
    catalog,
    queue: {
      async makeRowDue(key) {
        const due = await store.queue.makeRowDue(key);
        wake();
        return due;
      },
    },
    operator: config,
    discoveryIntervalMs: config.indexing.discoveryIntervalMs,
    logger,
    now,
    phaseOf: async chartId => {
      const chart = await store.chartRecord(chartId);
      return chart ? (await reader.summary(chart)).phase : null;
    },
  });
  return {
    unclaimed: (query, caller) => unclaimed.list(query, caller),
    accept: (request, caller) =>
      unclaimed.accept(request, { ...caller, userRef: userOf(caller) }),
  };
}
