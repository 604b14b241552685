import type { TrustPolicy } from '../../../policy/types';
import type { SnippetInput, SnippetRoot } from '../../types';
import { AnchoredIdentity, anchoredIdentities } from '../../words';
import { fileName, isEd25519, publicKeyText } from '../facts';

/** One way in which Flux can check who signed. */
export type FluxTrust =
  | { kind: 'keyless'; identity: AnchoredIdentity; root: SnippetRoot }
  | { kind: 'keys'; policy: string; keys: { id: string; pem: string }[] };

/**
 * The ways in which Flux can check for a policy of the chart: one for each identity's root and issuer, and one for all keys of a policy. The first is
 * the best. Empty when it can check nothing.
 *
 * @throws SnippetError for identities that cannot be written
 */
export function fluxTrusts(input: SnippetInput): FluxTrust[] {
  return input.policies.flatMap(policy => [
    ...keylessOf(policy, input),
    ...keysOf(policy, input),
  ]);
}

/** What `spec.verify` of Flux does not check of the chart's policies, a sentence each. */
export function notCheckedByFlux(
  trust: FluxTrust,
  { policies }: SnippetInput,
): string[] {
  const name = trust.kind === 'keys' ? trust.policy : trust.identity.policy;
  const policy = policies.find(one => one.name === name);
  const others = policies.filter(one => one !== policy).map(one => one.name);
  const also = trust.kind === 'keyless' ? trust.identity.alsoAsked : [];
  return [
    ...(policy && policy.requireAttestations.length > 0
      ? [
          `Flux does not ask for the attestations that the policy ${name} requires.`,
        ]
      : []),
    ...(also.length > 0
      ? [
          `Flux compares issuer and subject only; the policy ${name} also asks for the ${also.join(
            ', ',
          )}.`,
        ]
      : []),
    ...(others.length > 0
      ? [`Flux checks for ${name} alone; ${others.join(', ')} must be met too.`]
      : []),
  ];
}

function keylessOf(policy: TrustPolicy, input: SnippetInput): FluxTrust[] {
  return anchoredIdentities([policy])
    .flatMap(identity => {
      const root = input.roots.find(({ id }) => id === identity.root);
      // Without its trust material nobody can check under a root that is not the public one.
      return root && (root.type === 'publicGood' || root.trustedRoot !== null)
        ? [{ kind: 'keyless' as const, identity, root }]
        : [];
    })
    .sort((a, b) => rank(a.root) - rank(b.root));
}

function rank({ type }: SnippetRoot): number {
  return type === 'publicGood' ? 0 : 1;
}

function keysOf(policy: TrustPolicy, input: SnippetInput): FluxTrust[] {
  const keys = policy.anyOf.flatMap(one => {
    if (one.kind !== 'key') {
      return [];
    }
    const found = input.keys.find(({ id }) => id === one.key);
    return found
      ? [{ id: fileName(found.id), pem: publicKeyText(found.pem) }]
      : [];
  });
  const usable = keys.filter(({ pem }) => !isEd25519(pem));
  return usable.length > 0
    ? [{ kind: 'keys', policy: policy.name, keys: usable }]
    : [];
}
