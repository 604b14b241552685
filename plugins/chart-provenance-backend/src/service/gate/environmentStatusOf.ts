import { GateEnvironmentStatus } from 'backstage-plugin-chart-provenance-common';
import {
  enforcementAt,
  GateEnvironment,
} from 'backstage-plugin-chart-provenance-common/gate';

/**
 * An environment as pages show it.
 *
 * @param now - ISO
 */
export function environmentStatusOf(
  environment: GateEnvironment,
  now: string,
): GateEnvironmentStatus {
  return {
    name: environment.name,
    ...enforcementAt(environment.enforceFrom, now),
    policies: [...environment.policies],
    requireDigest: environment.requireDigest,
    maxAgeSeconds: Math.floor(environment.maxAgeMs / 1000),
  };
}
