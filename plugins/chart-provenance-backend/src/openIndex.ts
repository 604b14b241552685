import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { ChartProvenanceConfig, LoadedTrust } from './config';
import { judgeInForce } from './indexing';
import { OpenImages, openImages } from './openImages';
import { ChartJudge, DatabaseChartStore } from './store';
import { sourcesOf, TrustKeeper, TufSource } from './trust';
import {
  createVerifier,
  defaultWorkers,
  EvidenceVerifier,
} from './verification';

/** What the index is kept and judged with. */
export interface OpenIndex {
  store: DatabaseChartStore;
  trustKeeper: TrustKeeper;
  trustSources: readonly TufSource[];
  verifier: EvidenceVerifier;
  /** The judge in force. */
  judge: () => ChartJudge;
  images: OpenImages;
}

/**
 * Opens the store, and what says what of it is still to be believed: the newest trust roots that any replica has fetched, the verifier under
 * them, and the judge.
 */
export async function openIndex(options: {
  config: ChartProvenanceConfig;
  trust: LoadedTrust;
  database: DatabaseService;
  logger: LoggerService;
}): Promise<OpenIndex> {
  const { config, trust, database, logger } = options;
  const now = () => new Date();
  // Both come out of the store: until they are there, nothing that is stored is shown as decided.
  const late: Partial<Pick<OpenIndex, 'judge' | 'trustKeeper'>> = {};
  const store = await DatabaseChartStore.create({
    database,
    policies: config.policies,
    judgedWith: () => late.judge?.().inputsHash ?? '',
    rootsStale: () => late.trustKeeper?.staleRoots(now()) ?? [],
    publicRoots: config.trust.roots
      .filter(({ source }) => source.type === 'publicGood')
      .map(({ id }) => id),
    environments: config.consumers.environments.map(({ name }) => name),
    consumerIntervalMs: config.consumers.intervalMs,
    indexingIntervalMs: config.indexing.intervalMs,
  });
  const trustSources = sourcesOf(config.trust.roots, trust.firstRoots);
  const trustKeeper = await TrustKeeper.create({
    roots: config.trust.roots,
    loaded: trust,
    sources: trustSources,
    store: store.trust,
    logger,
  });
  const verifier = await createVerifier(
    { ...trust, roots: trustKeeper.rootInputs() },
    {
      workers: config.indexing.verifierWorkers ?? defaultWorkers(),
      onReady: message => logger.info(message),
      onEnded: message => logger.warn(message),
    },
  );
  const judge = judgeInForce(verifier, {
    policies: config.policies,
    distrust: config.trust.distrust,
    now,
  });
  Object.assign(late, { judge, trustKeeper });
  const images = openImages({ config, store, trustKeeper, verifier });
  return { store, trustKeeper, trustSources, verifier, judge, images };
}
