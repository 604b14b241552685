import { InputError } from '@backstage/errors';
import {
  compileGlob,
  GateChange,
  matchGlob,
  normaliseRegistryHost,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { parsePolicyText } from '../../config';
import { ChartProvenanceConfig } from '../../config';
import { ChartRecord } from '../../store';

/** A change of policy or enforcement, ready to be tried on charts. */
export interface TriedChange {
  /** Every policy there would be. */
  policies: TrustPolicy[];
  /** Is the chart touched at all? */
  touches: (chart: ChartRecord) => boolean;
  /** The chart as it would be. */
  changed: (chart: ChartRecord) => ChartRecord;
  /** Only consumers of this environment; null: of all. */
  environment: string | null;
  /** Must consumers of the chart name a digest? */
  requireDigest: (chart: ChartRecord) => boolean;
}

/** Reads a change. @throws InputError for names there are not, and for what is no policy */
export function readChange(
  change: Exclude<GateChange, { kind: 'retire' }>,
  config: Pick<
    ChartProvenanceConfig,
    'policies' | 'gate' | 'consumers' | 'trust'
  >,
): TriedChange {
  switch (change.kind) {
    case 'enforcement':
      return enforcementOf(change.environment, config);
    case 'policy': {
      const policy = config.policies.find(({ name }) => name === change.policy);
      if (!policy) {
        throw new InputError(
          `There is no policy ${JSON.stringify(change.policy)}; there are ${
            config.policies.map(({ name }) => name).join(', ') || 'none'
          }.`,
        );
      }
      return added(policy.name, [...config.policies], scopeOf(change.charts));
    }
    default:
      return replacing(parsePolicyText(change.text, config), change, config);
  }
}

function enforcementOf(
  name: string,
  config: Pick<ChartProvenanceConfig, 'policies' | 'gate' | 'consumers'>,
): TriedChange {
  const entries = config.gate.environments.filter(one => one.name === name);
  if (entries.length === 0) {
    throw new InputError(
      `The gate has no environment ${JSON.stringify(name)}; there are ${
        [...new Set(config.gate.environments.map(one => one.name))].join(
          ', ',
        ) || 'none'
      }.`,
    );
  }
  const entryOf = ({ registry, repository }: ChartRecord) =>
    entries.find(
      ({ repositories }) =>
        repositories === null ||
        repositories.some(
          ({ host, segments }) =>
            normaliseRegistryHost(host) === normaliseRegistryHost(registry) &&
            matchGlob(segments, repository.split('/')) !== undefined,
        ),
    );
  const known = config.consumers.environments.some(one => one.name === name);
  return {
    policies: [...config.policies],
    touches: chart => entryOf(chart) !== undefined,
    changed: chart => withPolicies(chart, entryOf(chart)?.policies ?? []),
    environment: known ? name : null,
    requireDigest: chart => entryOf(chart)?.requireDigest ?? false,
  };
}

/** A policy of a name that there is takes its place, for the charts that have it; another is added to the charts in scope. */
function replacing(
  policy: TrustPolicy,
  { charts }: { charts?: string },
  { policies }: Pick<ChartProvenanceConfig, 'policies'>,
): TriedChange {
  const others = policies.filter(({ name }) => name !== policy.name);
  if (others.length === policies.length) {
    return added(policy.name, [...others, policy], scopeOf(charts));
  }
  const inScope = scopeOf(charts);
  return {
    policies: [...others, policy],
    touches: chart =>
      inScope(chart) &&
      [...chart.policies, ...chart.requestedPolicies].includes(policy.name),
    changed: chart => chart,
    environment: null,
    requireDigest: () => false,
  };
}

function added(
  name: string,
  policies: TrustPolicy[],
  touches: TriedChange['touches'],
): TriedChange {
  return {
    policies,
    touches,
    changed: chart => withPolicies(chart, [name]),
    environment: null,
    requireDigest: () => false,
  };
}

function withPolicies(
  chart: ChartRecord,
  names: readonly string[],
): ChartRecord {
  return { ...chart, policies: [...new Set([...chart.policies, ...names])] };
}

/** `host/path` with the wildcards of rules; every chart without. */
function scopeOf(charts: string | undefined): TriedChange['touches'] {
  if (charts === undefined || charts === '') {
    return () => true;
  }
  const slash = charts.indexOf('/');
  const host = charts.slice(0, slash);
  const glob = compileGlob(charts.slice(slash + 1));
  if (slash <= 0 || 'problems' in glob) {
    throw new InputError(
      `charts must be a host and a pattern over whole path segments, such as ghcr.io/acme/charts/*${
        'problems' in glob ? `: ${glob.problems.join(' ')}` : ''
      }`,
    );
  }
  return ({ registry, repository }) =>
    normaliseRegistryHost(registry) === normaliseRegistryHost(host) &&
    matchGlob(glob.segments, repository.split('/')) !== undefined;
}
