import { ConfigReader } from '@backstage/config';
import {
  chartIdOf,
  matchRepository,
} from 'backstage-plugin-chart-provenance-common';
import {
  GateEnvironment,
  OfflinePolicy,
} from 'backstage-plugin-chart-provenance-common/gate';
import { exampleConfig } from '../../../__testUtils__/exampleCompany';
import { loadConfig, LoadedConfig } from '../../../config';
import { ChartRecord } from '../../../store';
import { buildOfflinePolicy, OfflinePolicyInput } from '../buildOfflinePolicy';

/** An environment that asks nothing besides. */
export const PRODUCTION: GateEnvironment = {
  name: 'production',
  enforceFrom: 'always',
  policies: [],
  requireDigest: false,
  requireImages: false,
  maxAgeMs: 3_600_000,
  lifetimeMs: 900_000,
};

/** The demo's configuration for a registry that listens elsewhere. */
export function loadExample(registry: string): Promise<LoadedConfig> {
  return loadConfig(
    new ConfigReader(exampleConfig({ registry, down: '127.0.0.1:1' })),
  );
}

/** What the inventory has of a repository that a rule names. */
export function recordOf(
  { config }: LoadedConfig,
  registry: string,
  repository: string,
): ChartRecord {
  const match = matchRepository(config.rules, registry, repository);
  return {
    chartId: chartIdOf(registry, repository),
    registry,
    repository,
    owner: match?.entityRef ?? null,
    knownBy: 'rule',
    expectedSource: match?.source ?? null,
    policies: match?.policies ?? [],
    requestedPolicies: [],
    conflict: [],
  };
}

/** The policy file of a chart of the examples. */
export function examplePolicy(
  loaded: LoadedConfig,
  registry: string,
  repository: string,
  changes: Partial<OfflinePolicyInput> = {},
): OfflinePolicy {
  return buildOfflinePolicy({
    chart: recordOf(loaded, registry, repository),
    config: loaded.config,
    trust: loaded.trust,
    rootsStale: [],
    rootsFreshUntil: new Map(),
    environments: [{ ...PRODUCTION, name: 'default' }, PRODUCTION],
    policyHash: '0'.repeat(64),
    trustHash: '0'.repeat(64),
    pageUrl: 'https://backstage.acme.dev/chart-provenance',
    lifetimeMs: 24 * 3_600_000,
    now: new Date(),
    ...changes,
  });
}
