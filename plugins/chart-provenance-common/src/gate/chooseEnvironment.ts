import { matchGlob } from '../glob/matchGlob';
import type { GlobSegment } from '../glob/compileGlob';
import { normaliseRegistryHost } from '../reference/normaliseRegistryHost';
import type { GateEnvironment } from './types';

/**
 * Name of the environment that holds without being named.
 *
 * @public
 */
export const DEFAULT_ENVIRONMENT = 'default';

/**
 * An environment as the operator has it.
 *
 * @public
 */
export interface GateEnvironmentRule {
  name: string;
  /** Charts that it is for; null: every chart. */
  repositories:
    | readonly { host: string; segments: readonly GlobSegment[] }[]
    | null;
  /** ISO day, `always` or `never`. */
  enforceFrom: string;
  policies: readonly string[];
  requireDigest: boolean;
  requireImages: boolean;
  /** Milliseconds; null: the gate's own. */
  maxAgeMs: number | null;
}

/**
 * What the operator asks at the gate.
 *
 * @public
 */
export interface GateRules {
  environments: readonly GateEnvironmentRule[];
  /** Milliseconds. */
  maxAgeMs: number;
  /** Milliseconds. */
  lifetimeMs: number;
}

/**
 * The names that may be asked for, `default` first, each once.
 *
 * @public
 */
export function environmentNames({
  environments,
}: Pick<GateRules, 'environments'>): string[] {
  return [
    ...new Set([DEFAULT_ENVIRONMENT, ...environments.map(({ name }) => name)]),
  ];
}

/**
 * The environment of that name for a chart: of those with the name, the first whose repositories fit. Where none fits, the chart's own rules
 * alone, enforced: a gap in the configuration must not be one in the gate.
 *
 * @param chart - null: whatever chart; then the first of the name counts
 * @returns undefined for a name that the operator does not have
 * @public
 */
export function chooseEnvironment(
  gate: GateRules,
  name: string,
  chart: { registry: string; repository: string } | null,
): GateEnvironment | undefined {
  if (!environmentNames(gate).includes(name)) {
    return undefined;
  }
  const rule = gate.environments.find(
    one => one.name === name && (chart === null || isFor(one, chart)),
  );
  return {
    name,
    enforceFrom: rule?.enforceFrom ?? 'always',
    policies: rule?.policies ?? [],
    requireDigest: rule?.requireDigest ?? false,
    requireImages: rule?.requireImages ?? false,
    maxAgeMs: rule?.maxAgeMs ?? gate.maxAgeMs,
    lifetimeMs: gate.lifetimeMs,
  };
}

/**
 * The same environment, with evidence no older than the strictest policy allows.
 *
 * @param maxStalenessMs - of the policies that apply, milliseconds
 * @public
 */
export function capMaxAge(
  environment: GateEnvironment,
  maxStalenessMs: readonly number[],
): GateEnvironment {
  const maxAgeMs = Math.min(environment.maxAgeMs, ...maxStalenessMs);
  return maxAgeMs === environment.maxAgeMs
    ? environment
    : { ...environment, maxAgeMs };
}

function isFor(
  { repositories }: GateEnvironmentRule,
  { registry, repository }: { registry: string; repository: string },
): boolean {
  const host = normaliseRegistryHost(registry);
  const path = repository.split('/');
  return (
    repositories === null ||
    repositories.some(
      one =>
        normaliseRegistryHost(one.host) === host &&
        matchGlob(one.segments, path) !== undefined,
    )
  );
}
