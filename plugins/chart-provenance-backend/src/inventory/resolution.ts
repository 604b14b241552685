import {
  Ownership,
  resolveOwnership,
} from 'backstage-plugin-chart-provenance-common';
import { Candidate } from './candidates';
import { OperatorWord } from './types';

/** A candidate, and whose it is. */
export interface Resolution {
  chartId: string;
  candidate: Candidate;
  ownership: Ownership;
}

/** Decides whose a candidate is. An owner by rule or mapping counts only while the catalog has the entity. */
export function resolveCandidate(
  { rules }: OperatorWord,
  chartId: string,
  candidate: Candidate,
  exists: (entityRef: string) => boolean,
): Resolution {
  const { registry, repository, claims, match, mapped } = candidate;
  const configured = match?.entityRef;
  const ownership = resolveOwnership({
    rules,
    registry,
    repository,
    claims,
    configuredOwnerExists: configured !== undefined && exists(configured),
    ...(mapped !== undefined && exists(mapped) && { mappedOwner: mapped }),
  });
  return { chartId, candidate, ownership };
}

/** Owner by whichever way; null when there is none. */
export function ownerOf({ ownership }: Resolution): string | null {
  return ownership.state === 'owned' ? ownership.owner : null;
}

/** Does it enter the inventory? What only refused claims name does not, so that nothing of it is ever fetched. */
export function isChart({ candidate, ownership }: Resolution): boolean {
  switch (ownership.state) {
    case 'not-configured':
      return false;
    case 'unowned':
      return candidate.tellers.size > 0;
    default:
      return true;
  }
}
