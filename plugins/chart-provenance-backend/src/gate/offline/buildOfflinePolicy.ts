import {
  StaleRoot,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import {
  GateEnvironment,
  OfflinePolicy,
} from 'backstage-plugin-chart-provenance-common/gate';
import { ChartProvenanceConfig } from '../../config';
import { ChartRecord } from '../../store/types';
import { TrustInput } from '../../verification';
import { offlineTrust } from './offlineTrust';
import { OfflinePolicyError } from './OfflinePolicyError';

/** What a policy file is made from. */
export interface OfflinePolicyInput {
  chart: ChartRecord;
  config: Pick<ChartProvenanceConfig, 'registries' | 'policies'> & {
    trust: Pick<ChartProvenanceConfig['trust'], 'distrust'>;
  };
  /** The trust material in force. */
  trust: TrustInput;
  /** Roots that were not refreshed in time: nothing is given out on them. */
  rootsStale: readonly StaleRoot[];
  /** ISO; when each root becomes stale, by id, for those that are refreshed: the file must not count for longer. */
  rootsFreshUntil: ReadonlyMap<string, string | null>;
  /** Those that fit the chart, `default` among them. */
  environments: readonly GateEnvironment[];
  policyHash: string;
  trustHash: string;
  /** Of the component's tab. */
  pageUrl: string;
  /** How long the file counts, milliseconds. */
  lifetimeMs: number;
  now: Date;
}

/**
 * Writes what the gate decides by for one chart, without credentials: its policies, those that its environments add and those that a caller
 * may name, the trust material that they stand on, and the whole distrust list.
 *
 * @throws OfflinePolicyError `no-registry`; `root-not-usable` when a root is missing or stale, for the file would make it count for longer
 */
export function buildOfflinePolicy(input: OfflinePolicyInput): OfflinePolicy {
  const { chart, config, environments, now } = input;
  const policies = policiesFor(input);
  const trust = offlineTrust(input, policies);
  return {
    format: 'chart-provenance/gate-policy/v1',
    issuedAt: now.toISOString(),
    expiresAt: expiryOf(
      input,
      trust.roots.map(({ id }) => id),
    ),
    chart: {
      chartId: chart.chartId,
      registry: chart.registry,
      repository: chart.repository,
      entityRef: chart.owner,
      expectedSource: chart.expectedSource,
      policies: [...chart.policies],
      requestedPolicies: [...chart.requestedPolicies],
      conflict: [...chart.conflict],
    },
    registry: registryOf(input),
    policies,
    distrust: [...config.trust.distrust],
    trust,
    environments: environments.map(one => ({
      ...one,
      policies: [...one.policies],
    })),
    policyHash: input.policyHash,
    trustHash: input.trustHash,
    pageUrl: input.pageUrl,
  };
}

function policiesFor({
  chart,
  config,
  environments,
}: OfflinePolicyInput): TrustPolicy[] {
  const named = new Set([
    ...chart.policies,
    ...chart.requestedPolicies,
    ...environments.flatMap(one => one.policies),
  ]);
  return config.policies.filter(
    ({ name, selectable }) => selectable || named.has(name),
  );
}

function registryOf({
  chart,
  config,
}: OfflinePolicyInput): OfflinePolicy['registry'] {
  const found = config.registries.find(({ host }) => host === chart.registry);
  if (!found) {
    throw new OfflinePolicyError(
      'no-registry',
      `The registry ${chart.registry} is not configured any more.`,
    );
  }
  const { plainHttp, allowPrivateAddress, realmHosts, redirectHosts } = found;
  return {
    plainHttp,
    allowPrivateAddress,
    realmHosts: [...realmHosts],
    redirectHosts: [...redirectHosts],
  };
}

/** A root that would be stale here is not fresh elsewhere because a file has it. */
function expiryOf(
  { now, lifetimeMs, rootsFreshUntil }: OfflinePolicyInput,
  roots: readonly string[],
): string {
  const ends = roots.flatMap(id => {
    const until = rootsFreshUntil.get(id);
    return typeof until === 'string' ? [Date.parse(until)] : [];
  });
  const end = Math.min(now.getTime() + lifetimeMs, ...ends);
  if (!(end > now.getTime())) {
    throw new OfflinePolicyError(
      'root-not-usable',
      'A trust root of the policies is stale, or about to be: no policy is given out on it.',
    );
  }
  return new Date(end).toISOString();
}
