import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { policyHashOf } from 'backstage-plugin-chart-provenance-common/gate';
import { ChartProvenanceConfig } from './config';
import { PolicyHashes, TagQuestions, VersionFacts } from './gate';
import { buildOfflinePolicy } from './gate/offline/buildOfflinePolicy';
import { OfflinePolicyError } from './gate/offline/OfflinePolicyError';
import { OpenTarget } from './registries';
import {
  AuthorizedGateService,
  DefaultGateService,
  DefaultGateServiceOptions,
  GateDecider,
  Gatekeeper,
  GateService,
  GateSight,
  ImagesOf,
  LookAgain,
} from './service';
import { ChartJudge, ChartStore } from './store';
import { staleRootsOf, TrustKeeper } from './trust';
import { TrustInput } from './verification';

/** What the gate is put together from. */
export interface GateServiceOptions {
  config: ChartProvenanceConfig;
  store: ChartStore;
  gate: Gatekeeper;
  /** The judge in force. */
  judge: () => ChartJudge;
  openTarget: OpenTarget;
  /** How fresh the roots are that are refreshed, by id. */
  refreshStates: (now: Date) => ReturnType<TrustKeeper['states']>;
  /** Public trust material in force. */
  trustInForce: () => TrustInput;
  urls: { app: string };
  makeDue: (chartId: string) => Promise<unknown>;
  images: ImagesOf;
  impact: DefaultGateServiceOptions['impact'];
  logger: LoggerService;
}

/** The gate, with its authorisation around it. */
export function createGateService(options: GateServiceOptions): GateService {
  const { config, store, gate, judge, urls } = options;
  const now = () => new Date();
  const sight = new GateSight({
    gate,
    owners: () => store.gate.owners(),
    now: () => Date.now(),
  });
  const { policies, rules } = config;
  const decider = new GateDecider({
    store: store.gate,
    sight,
    tags: new TagQuestions(options),
    versions: new VersionFacts({
      store: store.gate,
      policies,
      judge,
      rootsStale: () => staleRootsOf(options.refreshStates(now())),
      now,
    }),
    hashes: new PolicyHashes({ policies, distrust: config.trust.distrust }),
    rules,
    policies,
    images: options.images,
    trustHash: () => judge().materialHash,
    appUrl: urls.app,
    now,
  });
  return new AuthorizedGateService({
    gate,
    inner: new DefaultGateService({
      config: config.gate,
      policies,
      store: store.gate,
      reads: store,
      sight,
      decider,
      lookAgain: new LookAgain(options.makeDue),
      offlinePolicy: offlinePolicyOf(options, now),
      impact: options.impact,
      appUrl: urls.app,
      logger: options.logger,
      now,
    }),
  });
}

function offlinePolicyOf(
  options: GateServiceOptions,
  now: () => Date,
): DefaultGateServiceOptions['offlinePolicy'] {
  const { config, judge, trustInForce, refreshStates, urls } = options;
  return async (chart, environments) => {
    const at = now();
    const lifetimeMs = config.gate.offlineLifetimeMs ?? 0;
    const [first] = environments;
    try {
      return buildOfflinePolicy({
        chart,
        config,
        trust: trustInForce(),
        rootsStale: staleRootsOf(refreshStates(at)),
        rootsFreshUntil: new Map(
          [...refreshStates(at)].map(([id, { staleAt }]) => [id, staleAt]),
        ),
        environments,
        policyHash: policyHashOf({
          policies: config.policies.filter(({ name }) =>
            [...chart.policies, ...chart.requestedPolicies].includes(name),
          ),
          distrust: config.trust.distrust,
          environment: first,
          require: {},
        }),
        trustHash: judge().materialHash,
        pageUrl: `${urls.app}/chart-provenance/gate`,
        lifetimeMs,
        now: at,
      });
    } catch (error) {
      if (error instanceof OfflinePolicyError) {
        throw new ConflictError(error.message);
      }
      throw error;
    }
  };
}
