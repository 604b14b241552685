import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ChartProvenanceConfig } from './config';
import { ChartIndexer, rejudgeAll, WorkPump } from './indexing';
import { CatalogDiscovery } from './inventory';
import { OpenTarget } from './registries';
import { ChartJudge, ChartStore, strictestStaleness } from './store';
import { EvidenceVerifier } from './verification';

/** What indexing is put together from. */
export interface IndexingOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ChartProvenanceConfig;
  judge: ChartJudge;
  logger: LoggerService;
  openTarget: OpenTarget;
  store: ChartStore;
  verifier: EvidenceVerifier;
}

/** Keeps the index: finds charts, walks them, judges them. */
export interface Indexing {
  start(): Promise<void>;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Looks for due work at once. */
  wake(): void;
}

/** Puts discovery, walk, verification and judge together over one work queue. */
export function createIndexing(options: IndexingOptions): Indexing {
  const { config, judge, logger, store, verifier } = options;
  const { queue, inventory } = store;
  const now = () => new Date();
  const schedule = { intervalMs: config.indexing.intervalMs };
  const stopping = new AbortController();
  const rejudge = serially(async () => {
    const { signal } = stopping;
    const charts = await rejudgeAll({ store, verifier, judge, signal });
    if (charts > 0) {
      logger.info(`Judged ${charts} charts anew from what is stored`);
    }
  });
  const discovery = new CatalogDiscovery({
    ...options,
    inventory,
    queue,
    operator: config,
    schedule: { intervalMs: config.indexing.discoveryIntervalMs },
    now,
    onReplaced: rejudge,
  });
  const chart = new ChartIndexer({
    ...options,
    queue,
    judge,
    schedule,
    staleAfterMs: strictestStaleness(config.policies),
    now,
  });
  const pump = new WorkPump({
    queue,
    handlers: { discovery, chart },
    logger,
    schedule,
    concurrency: config.indexing.concurrency,
  });
  return {
    async start() {
      await discovery.schedule();
      await pump.start();
      // In the background: a backend with many charts must not start late for it. Until a chart is judged by the rules in
      // force, the store shows none of its versions as verified.
      rejudge().catch(error => logger.error(`Could not judge anew: ${error}`));
    },
    async stop() {
      stopping.abort();
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
