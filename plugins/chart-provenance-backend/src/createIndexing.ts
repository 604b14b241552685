import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ConsumerSourceProvider } from 'backstage-plugin-chart-provenance-node';
import { ChartProvenanceConfig } from './config';
import { createConsumerIndexing, existingEntities } from './consumers';
import { ChartIndexer, rejudgeAll, WorkHandler, WorkPump } from './indexing';
import { createImageIndexing } from './images';
import { CatalogDiscovery } from './inventory';
import { createListing } from './inventory/listing';
import { PhaseKeeper } from './migration';
import { createLegacyIndexing } from './migration/legacy';
import { OpenImages } from './openImages';
import { CredentialDeps, RegistryTargets } from './registries';
import { ChartJudge, ChartStore, strictestStaleness } from './store';
import { createTrustIndexing, TrustKeeper, TufSource } from './trust';
import { EvidenceVerifier, TrustInput } from './verification';

/** What indexing is put together from. */
export interface IndexingOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ChartProvenanceConfig;
  /** The judge in force. */
  judge: () => ChartJudge;
  logger: LoggerService;
  targets: RegistryTargets;
  deps: CredentialDeps;
  images: OpenImages;
  /** Where consumers are looked for. */
  consumerSources: readonly ConsumerSourceProvider[];
  phases: Pick<PhaseKeeper, 'keep'>;
  store: ChartStore;
  /** As loaded at start. */
  trust: TrustInput;
  trustKeeper: TrustKeeper;
  trustSources: readonly TufSource[];
  verifier: EvidenceVerifier;
}

/** Keeps the index: finds charts and who uses them, walks them, judges them. */
export interface Indexing {
  start(): Promise<void>;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Looks for due work at once. */
  wake(): void;
}

/** Puts discovery, walk, verification, judge, consumers and legacy repositories together over one work queue. */
export function createIndexing(options: IndexingOptions): Indexing {
  const { config, judge, logger, store, verifier } = options;
  const { queue, inventory } = store;
  const now = () => new Date();
  const schedule = { intervalMs: config.indexing.intervalMs };
  const stopping = new AbortController();
  const rejudge = serially(async () => {
    const { signal } = stopping;
    const charts = await rejudgeAll({
      store,
      verifier,
      judge,
      signal,
      onFailed: ({ registry, repository }, error) =>
        logger.error(
          `Could not judge ${registry}/${repository} anew, which shows none of its versions as verified until it is: ${error}`,
        ),
    });
    if (charts > 0) {
      logger.info(`Judged ${charts} charts anew from what is stored`);
    }
  });
  const discovery = new CatalogDiscovery({
    ...options,
    inventory,
    queue,
    operator: config,
    discovery: store.discovery,
    legacy: store.legacy,
    schedule: { intervalMs: config.indexing.discoveryIntervalMs },
    now,
    onReplaced: async () => {
      await rejudge();
      await options.phases.keep(stopping.signal);
    },
  });
  const images = createImageIndexing({
    ...options.images,
    config: config.images,
    store,
    openTarget: options.targets.open,
    verifier,
    schedule,
    logger,
    now,
  });
  const chart = new ChartIndexer({
    ...options,
    openTarget: options.targets.open,
    queue,
    judge,
    schedule,
    staleAfterMs: strictestStaleness(config.policies),
    now,
    onIndexed: images.onIndexed,
  });
  const reading = { queue, schedule, logger, now };
  const listing = createListing({
    ...reading,
    ...config,
    targets: options.targets,
    deps: options.deps,
    store: store.discovery,
  });
  const legacy = createLegacyIndexing({
    ...reading,
    openEgress: options.deps.openEgress,
    repositories: config.legacyRepositories,
    store: store.legacy,
  });
  const { trustKeeper } = options;
  const trust = createTrustIndexing({
    sources: options.trustSources,
    store: store.trust,
    queue,
    openEgress: options.deps.openEgress,
    onStored: () => trustKeeper.look(),
    logger,
    now,
    production: process.env.NODE_ENV === 'production',
  });
  trustKeeper.onChanged(async roots => {
    await verifier.replace({ ...options.trust, roots });
    logger.info('Trust roots were renewed; everything is judged anew by them');
    // What hangs on it is doubtful until then, and it may take a while: nothing waits for it.
    rejudge().catch(error => logger.error(`Could not judge anew: ${error}`));
    await images.onRulesChanged();
  });
  const consumers = createConsumerIndexing({
    ...options,
    providers: options.consumerSources,
    existing: existingEntities(options),
    store: store.consumers,
    queue,
    now,
  });
  /** What a reading found may be a chart that nobody claims: the inventory follows. */
  const announced = (handler: WorkHandler): WorkHandler => ({
    async handle(lease, signal) {
      await handler.handle(lease, signal);
      await discovery.onFound();
    },
  });
  const pump = new WorkPump({
    queue,
    handlers: {
      discovery,
      chart,
      trust: trust.handler,
      images: images.handler,
      listing: announced(listing.handler),
      legacy: announced(legacy.handler),
      sources: consumers.handlers.sources,
      source: announced(consumers.handlers.source),
    },
    logger,
    schedule,
    concurrency: config.indexing.concurrency,
  });
  return {
    async start() {
      await trust.schedule();
      await listing.schedule();
      await legacy.schedule();
      await consumers.schedule();
      await discovery.schedule();
      await images.schedule();
      await pump.start();
      trustKeeper.start();
      // In the background: a backend with many charts must not start late for it. Until a chart is judged by the rules in
      // force, the store shows none of its versions as verified.
      rejudge().catch(error => logger.error(`Could not judge anew: ${error}`));
    },
    async stop() {
      stopping.abort();
      await trustKeeper.stop();
      await pump.stop();
      await rejudge.settled();
    },
    wake: () => pump.wake(),
  };
}

/** Runs calls one after the other; each sees what the one before it did. */
function serially(call: () => Promise<void>) {
  let last: Promise<void> = Promise.resolve();
  const run = () => {
    const next = last.then(call);
    last = next.catch(() => undefined);
    return next;
  };
  return Object.assign(run, { settled: () => last });
}
