import {
  AuthService,
  LoggerService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from './config';
import { createGateService } from './createGateService';
import { createImpact } from './createImpact';
import { Unclaimed } from './inventory';
import { OpenImages } from './openImages';
import { MigrationReader } from './migration';
import {
  AuthorizedChartProvenance,
  AuthorizedConsumerService,
  AuthorizedDistrustService,
  AuthorizedImageService,
  AuthorizedInventoryService,
  AuthorizedMigrationService,
  AuthorizedSnippetService,
  ChartProvenanceService,
  ConsumerService,
  DefaultChartProvenance,
  DefaultConsumerService,
  DefaultDistrustService,
  DefaultImageService,
  DefaultLintService,
  DefaultMigrationService,
  DefaultSnippetService,
  DistrustService,
  DoctorRunner,
  ed25519KeysOf,
  Gatekeeper,
  ImageService,
  GateService,
  InventoryService,
  LintService,
  MigrationService,
  SnippetService,
  TextChecker,
  trustStatusOf,
  userOf,
} from './service';
import { ManifestReader, SnippetReader } from './snippets';
import { OpenTarget } from './registries';
import { ChartJudge, ChartStore } from './store';
import { staleRootsOf, TrustKeeper } from './trust';
import { EvidenceVerifier, TrustInput } from './verification';

/** What the services answer from. */
export interface ServicesOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  logger: LoggerService;
  config: ChartProvenanceConfig;
  store: ChartStore;
  reader: MigrationReader;
  verifier: EvidenceVerifier;
  images: OpenImages;
  /** How fresh the roots are that are refreshed, by id. */
  refreshStates: (now: Date) => ReturnType<TrustKeeper['states']>;
  keys: Parameters<typeof ed25519KeysOf>[0];
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  /** The judge in force. */
  judge: () => ChartJudge;
  /** Opens a repository for reading, within its registry's limits. */
  openTarget: OpenTarget;
  /** Public trust material in force. */
  trustInForce: () => TrustInput;
  /** Bases of the app and of this API, as people and pipelines reach them, without a slash at their ends. */
  urls: { app: string; api: string };
  /** Checks texts. */
  checker: TextChecker;
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
  images: ImageService;
  snippets: SnippetService;
  gate: GateService;
  lint: LintService;
} {
  const { config, store, reader, verifier } = options;
  const now = () => new Date();
  const gate = new Gatekeeper({
    ...options,
    ownCredentials: () => options.auth.getOwnServiceCredentials(),
  });
  const makeDue = async (chartId: string) => {
    const due = await store.queue.makeDue(chartId);
    options.wake();
    return due;
  };
  return {
    lint: new DefaultLintService({ checker: options.checker, now }),
    service: new AuthorizedChartProvenance({
      inner: new DefaultChartProvenance({
        reads: store,
        sboms: store.sboms,
        queue: { makeDue },
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
    snippets: new AuthorizedSnippetService({
      inner: new DefaultSnippetService({
        reads: store,
        reader: new SnippetReader({
          reads: store,
          legacy: store.legacy,
          config,
          trust: options.trustInForce,
          manifests: new ManifestReader({ ...options, now }),
          images: async (chartId, digest) =>
            (await options.images.reader.imagesOf(chartId, digest))?.items ??
            [],
          urls: options.urls,
          now,
        }),
      }),
      gate,
      consumers: store.consumers,
    }),
    gate: createGateService({
      ...options,
      gate,
      makeDue,
      images: ({ chartId }, digest) =>
        options.images.reader.imagesOf(chartId, digest),
      impact: createImpact({
        ...options,
        gate,
        rootsStale: at => staleRootsOf(options.refreshStates(at)),
      }),
    }),
    images: new AuthorizedImageService({
      inner: new DefaultImageService({
        reads: store,
        reader: options.images.reader,
        images: store.images,
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
