import { normaliseRegistryHost } from '../reference/normaliseRegistryHost';
import { matchesEntityFilter } from './entityFilter';
import { matchRepository } from './matchRepository';
import { normaliseEntityRef } from './normaliseEntityRef';
import {
  CompiledRepositoryRule,
  Ownership,
  OwnershipClaim,
  RefusedClaim,
  RepositoryMatch,
} from './types';

/**
 * What ownership is resolved from.
 *
 * @public
 */
export interface OwnershipInput {
  rules: readonly CompiledRepositoryRule[];
  registry: string;
  repository: string;
  claims: readonly OwnershipClaim[];
  /** Is the owner by convention in the catalog? True by default; when not, claims are heard as if the rule named none. */
  configuredOwnerExists?: boolean;
  /** Owner by the operator's mapping, if it is in the catalog. What is no full ref counts as none. */
  mappedOwner?: string;
}

/**
 * Whose is a repository? The owner by convention, else the one that the operator's mapping names, else the one that may and does
 * claim it: a claim counts only where the rule's `claims` (or its `entity`, for that very entity) allows it, and two of them are
 * a conflict. Without a rule that matches, neither mapping nor claim counts. The result does not depend on the order of the
 * claims.
 *
 * @public
 */
export function resolveOwnership(input: OwnershipInput): Ownership {
  const { rules, registry, repository } = input;
  const claims = distinct(input.claims);
  const match = matchRepository(rules, registry, repository);
  if (!match) {
    const host = normaliseRegistryHost(registry);
    const known = rules.some(
      ({ rule }) => normaliseRegistryHost(rule.registry) === host,
    );
    return {
      state: 'not-configured',
      refused: claims.map(({ entityRef }) => ({
        entityRef,
        code: known ? 'claim-not-allowed' : 'registry-not-configured',
      })),
    };
  }
  const said = operatorsOwner(input, match);
  const others = claims.filter(({ entityRef }) => entityRef !== said?.owner);
  const allowed = others
    .filter(claim => isAllowed(match, claim))
    .map(({ entityRef }) => entityRef);
  const refused = refuse(others, allowed, said?.owner);
  if (said) {
    return { state: 'owned', match, ...said, refused };
  }
  if (allowed.length > 1) {
    return { state: 'conflict', match, claimants: allowed, refused };
  }
  return allowed.length === 1
    ? { state: 'owned', match, owner: allowed[0], knownBy: 'claim', refused }
    : { state: 'unowned', match, refused };
}

/** The owner that the operator names, by rule or by mapping. */
function operatorsOwner(
  { configuredOwnerExists, mappedOwner }: OwnershipInput,
  { entityRef }: RepositoryMatch,
): { owner: string; knownBy: 'convention' | 'mapping' } | undefined {
  if (entityRef !== undefined && configuredOwnerExists !== false) {
    return { owner: entityRef, knownBy: 'convention' };
  }
  const owner = mappedOwner && normaliseEntityRef(mappedOwner);
  return owner ? { owner, knownBy: 'mapping' } : undefined;
}

function isAllowed(match: RepositoryMatch, claim: OwnershipClaim): boolean {
  return (
    claim.entityRef === match.entityRef ||
    [match.rule.claims ?? []]
      .flat()
      .some(filter => matchesEntityFilter(claim.entity, filter))
  );
}

function refuse(
  claims: readonly OwnershipClaim[],
  allowed: readonly string[],
  owner: string | undefined,
): RefusedClaim[] {
  return claims.flatMap(({ entityRef }): RefusedClaim[] => {
    if (!allowed.includes(entityRef)) {
      return [{ entityRef, code: 'claim-not-allowed' }];
    }
    return owner === undefined
      ? []
      : [{ entityRef, code: 'claimed-by-another' }];
  });
}

/** One claim an entity, in order of the refs; what is no full ref makes no claim. */
function distinct(claims: readonly OwnershipClaim[]): OwnershipClaim[] {
  const byRef = new Map<string, OwnershipClaim>();
  for (const { entityRef, entity } of claims) {
    const ref = normaliseEntityRef(entityRef);
    if (ref !== undefined) {
      byRef.set(ref, { entityRef: ref, entity });
    }
  }
  return [...byRef.keys()].sort().flatMap(ref => byRef.get(ref) ?? []);
}
