import {
  EntityProblem,
  formatLegacyPlace,
  narrowSource,
} from 'backstage-plugin-chart-provenance-common';
import { ChartRecord } from '../store';
import { boundHearsay } from './boundHearsay';
import { collectCandidates } from './candidates';
import {
  conflictProblem,
  policyProblems,
  refusedClaimProblem,
} from './entityProblems';
import { rulePlace } from './LegacyHearing';
import { legacyLocations } from './legacyLocations';
import { decideOwnerKeys } from './ownerKeys';
import { settleGuesses } from './settleGuesses';
import { isChart, ownerOf, Resolution, resolveCandidate } from './resolution';
import {
  EntityWord,
  FoundNames,
  NOTHING_FOUND,
  OperatorWord,
  ResolvedInventory,
} from './types';

/**
 * Which charts there are and whose they are, from the operator's word, the entities' and what was found. Pure, and independent of
 * any order. A repository that no rule matches, or that only refused claims name, is left out, so that nothing of it is ever
 * fetched.
 */
export function resolveInventory(
  operator: OperatorWord,
  words: readonly EntityWord[],
  found: FoundNames = NOTHING_FOUND,
): ResolvedInventory {
  const byRef = new Map(words.map(word => [word.entityRef, word]));
  const exists = (entityRef: string) => byRef.has(entityRef);
  const resolutions = [...collectCandidates(operator, words, found)].map(
    ([chartId, candidate]) =>
      resolveCandidate(operator, chartId, candidate, exists),
  );
  const charts = settleGuesses(
    operator,
    resolutions.filter(isChart),
    rulePlace,
  );
  const places = legacyLocations(operator, words, charts, found);
  const known = new Map(
    places.locations.map(place => [place.chartId, formatLegacyPlace(place)]),
  );
  const { kept, leftOut } = boundHearsay(
    settleGuesses(operator, charts, ({ chartId }) => known.get(chartId)),
  );
  const ids = new Set(kept.map(({ chartId }) => chartId));
  return {
    charts: kept
      .map(resolution => chartOf(resolution, byRef))
      .sort((a, b) => (a.chartId < b.chartId ? -1 : 1)),
    entities: problemsByEntity(operator, words, [
      ...resolutions.flatMap(ownershipProblems),
      ...places.problems,
    ]),
    locations: places.locations.filter(({ chartId }) => ids.has(chartId)),
    ownerKeys: decideOwnerKeys(words),
    leftOut,
  };
}

function chartOf(
  resolution: Resolution,
  byRef: ReadonlyMap<string, EntityWord>,
): ChartRecord {
  const { chartId, candidate, ownership } = resolution;
  const { match } = candidate;
  const owner = ownerOf(resolution);
  const word = owner === null ? undefined : byRef.get(owner);
  return {
    chartId,
    registry: match?.registry ?? candidate.registry,
    repository: candidate.repository,
    owner,
    knownBy: knownBy(resolution),
    expectedSource: narrowSource(match?.source, word?.sourceLocation).source,
    policies: match?.policies ?? [],
    requestedPolicies: [...(word?.requestedPolicies ?? [])].sort(),
    conflict: ownership.state === 'conflict' ? ownership.claimants : [],
  };
}

/** What says most surely that there is such a chart. What only a consumer names is as quiet as a convention to its owner. */
function knownBy(resolution: Resolution): ChartRecord['knownBy'] {
  const { candidate, ownership } = resolution;
  const { claims, tellers } = candidate;
  const owner = ownerOf(resolution);
  if (
    ownership.state === 'conflict' ||
    claims.some(({ entityRef }) => entityRef === owner)
  ) {
    return 'claim';
  }
  if (ownership.state === 'owned' && ownership.knownBy === 'mapping') {
    return 'mapping';
  }
  const surest = (['rule', 'listing', 'legacy'] as const).find(teller =>
    tellers.has(teller),
  );
  if (surest) {
    return surest;
  }
  if (owner !== null) {
    return 'convention';
  }
  return tellers.has('mapping') ? 'mapping' : 'consumer';
}

function ownershipProblems(
  resolution: Resolution,
): [entityRef: string, problem: EntityProblem][] {
  const { candidate, ownership } = resolution;
  const reference = `oci://${candidate.registry}/${candidate.repository}`;
  const owner = ownerOf(resolution) ?? undefined;
  const refused = ownership.refused.map(
    ({ entityRef, code }): [string, EntityProblem] => [
      entityRef,
      refusedClaimProblem(code, reference, owner),
    ],
  );
  const claimants = ownership.state === 'conflict' ? ownership.claimants : [];
  const conflicts = claimants.map((entityRef): [string, EntityProblem] => [
    entityRef,
    conflictProblem(
      reference,
      claimants.filter(other => other !== entityRef),
    ),
  ]);
  return [...refused, ...conflicts];
}

function problemsByEntity(
  { policies }: OperatorWord,
  words: readonly EntityWord[],
  found: readonly [entityRef: string, problem: EntityProblem][],
): ResolvedInventory['entities'] {
  const problems = new Map<string, EntityProblem[]>(
    words.map(word => [
      word.entityRef,
      [...word.problems, ...policyProblems(word.requestedPolicies, policies)],
    ]),
  );
  found.forEach(([ref, problem]) => problems.get(ref)?.push(problem));
  return [...problems]
    .filter(([, list]) => list.length > 0)
    .map(([entityRef, list]) => ({ entityRef, problems: list }));
}
