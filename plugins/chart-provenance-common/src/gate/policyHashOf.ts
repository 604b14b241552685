import { sha256 } from '@noble/hashes/sha2';
import type { GateRequirements } from '../api/gateTypes';
import type { Distrust, TrustPolicy } from '../policy/types';
import { canonicalJson } from './canonicalJson';
import type { GateEnvironment } from './types';

/**
 * SHA-256 (hex) of plain data, by its canonical JSON.
 *
 * @public
 */
export function hashOfInputs(value: unknown): string {
  const hash = sha256(new TextEncoder().encode(canonicalJson(value)));
  return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * `policyHash` of a decision: of the policies, requirements and distrust list applied. The order of policies does not matter.
 *
 * @public
 */
export function policyHashOf(applied: {
  policies: readonly TrustPolicy[];
  distrust: readonly Distrust[];
  environment: GateEnvironment;
  require: GateRequirements;
}): string {
  const { policies, distrust, environment, require } = applied;
  return hashOfInputs({
    policies: [...policies].sort((a, b) => (a.name < b.name ? -1 : 1)),
    distrust,
    environment: {
      ...environment,
      policies: [...environment.policies].sort(),
    },
    require: {
      ...require,
      policies: [...(require.policies ?? [])].sort(),
      attestations: [...(require.attestations ?? [])].sort(),
    },
  });
}
