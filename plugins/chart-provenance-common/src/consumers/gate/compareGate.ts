import type { ConsumerGate } from '../../api/consumerTypes';
import type { TrustPolicy } from '../../policy/types';
import { oneLine } from '../json';
import { GateReading } from '../types';
import { alternativesOf } from './alternativesOf';
import { identityWithin, KeylessRequirement } from './identityWithin';

/**
 * What is known of the trust roots when a gate is compared.
 *
 * @public
 */
export interface CompareGateOptions {
  /**
   * Ids of the configured roots that are the public Sigstore instance (`type: publicGood`), which is what Flux trusts unless told otherwise.
   * A policy under any other root is never called met. None unless told.
   */
  publicRoots?: readonly string[];
}

type FluxVerify = Extract<GateReading, { kind: 'flux-verify' }>;

/**
 * Compares what checks signatures before a consumer with the policies that apply to the chart. `as-policy` only where it is provably
 * not weaker in who may sign: one policy, and every identity that Flux takes is one the policy takes under Sigstore's public root.
 *
 * @public
 */
export function compareGate(
  gate: GateReading,
  policies: readonly TrustPolicy[],
  options: CompareGateOptions = {},
): ConsumerGate {
  switch (gate.kind) {
    case 'none':
      return { strength: 'none', message: oneLine(gate.why, 300) };
    case 'flux-verify': {
      const compared = compareFlux(gate, policies, options);
      return { ...compared, message: withOutcome(compared.message, gate) };
    }
    default:
      return {
        strength: 'not-applicable',
        message: 'Nothing is deployed by it, so there is nothing to gate.',
      };
  }
}

function compareFlux(
  gate: FluxVerify,
  policies: readonly TrustPolicy[],
  { publicRoots = [] }: CompareGateOptions,
): ConsumerGate {
  if (gate.provider !== 'cosign') {
    return other(
      'Flux verifies with something else than cosign, which cannot be compared with the policy.',
    );
  }
  if (gate.secretRef !== null) {
    return other(
      `Flux verifies with the keys in Secret ${gate.secretRef}, which cannot be compared with the policy from here.`,
    );
  }
  if (gate.identities.length === 0) {
    return weaker(
      'Flux lets in whatever anybody with a Sigstore certificate signed.',
    );
  }
  const [policy, ...more] = policies;
  if (!policy) {
    return other('Flux verifies, but the chart has no policy to compare with.');
  }
  if (more.length > 0) {
    return weaker(
      `Flux verifies, but several policies apply to the chart (${listed(
        policies.map(({ name }) => name),
      )}), and it cannot check for all of them.`,
    );
  }
  return compareIdentities(gate, policy, publicRoots);
}

function compareIdentities(
  gate: FluxVerify,
  policy: TrustPolicy,
  publicRoots: readonly string[],
): ConsumerGate {
  const keyless = policy.anyOf.filter(
    (each): each is KeylessRequirement => each.kind === 'keyless',
  );
  const coverOf = (identity: FluxVerify['identities'][number]) =>
    keyless.filter(requirement => identityWithin(identity, requirement));
  const covering = gate.identities.flatMap(({ issuer, subject }) => {
    const whole = coverOf({ issuer, subject });
    return whole.length > 0
      ? [whole]
      : alternativesOf(subject).map(one => coverOf({ issuer, subject: one }));
  });
  if (covering.some(alternatives => alternatives.length === 0)) {
    return weaker(
      `Flux lets in identities that are not provably among those of policy ${policy.name}: an issuer or subject differs, or is not anchored and escaped, or the policy asks for more than those two.`,
    );
  }
  const underPublicRoot = covering.every(alternatives =>
    alternatives.some(({ root }) => publicRoots.includes(root)),
  );
  if (gate.trustedRoot !== undefined || !underPublicRoot) {
    return other(
      `Flux checks for the identities of policy ${policy.name}, but not provably under the same trust root.`,
    );
  }
  if (policy.requireAttestations.length > 0) {
    return weaker(
      `Flux checks who signed, but not for the attestations that policy ${policy.name} requires.`,
    );
  }
  return {
    strength: 'as-policy',
    message: `Flux lets in only what identities of policy ${policy.name} signed.`,
  };
}

function withOutcome(message: string, { verified }: FluxVerify): string {
  return verified && !verified.ok
    ? oneLine(`${message} Its last check failed: ${verified.message}`, 600)
    : oneLine(message, 600);
}

function listed(names: readonly string[]): string {
  return names.slice(0, 5).join(', ');
}

function other(message: string): ConsumerGate {
  return { strength: 'other', message };
}

function weaker(message: string): ConsumerGate {
  return { strength: 'weaker', message };
}
