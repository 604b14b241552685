import {
  EntityProblem,
  matchRepository,
  narrowSource,
  Ownership,
  resolveOwnership,
} from 'backstage-plugin-chart-provenance-common';
import { ChartRecord, Inventory } from '../store';
import { Candidate, collectCandidates } from './candidates';
import {
  conflictProblem,
  policyProblems,
  refusedClaimProblem,
} from './entityProblems';
import { EntityWord, OperatorWord } from './types';

/**
 * Which charts there are and whose they are, from the operator's word and the entities'. Pure, and independent of the order of
 * the entities. A repository known from refused claims only is left out, so that nothing of it is ever
 * fetched.
 */
export function resolveInventory(
  operator: OperatorWord,
  words: readonly EntityWord[],
): Inventory {
  const byRef = new Map(words.map(word => [word.entityRef, word]));
  const problems = new Map<string, EntityProblem[]>(
    words.map(word => [
      word.entityRef,
      [
        ...word.problems,
        ...policyProblems(word.requestedPolicies, operator.policies),
      ],
    ]),
  );
  const charts: ChartRecord[] = [];
  for (const [chartId, candidate] of collectCandidates(operator, words)) {
    const ownership = resolve(operator, candidate, byRef);
    for (const [entityRef, problem] of problemsOf(candidate, ownership)) {
      problems.get(entityRef)?.push(problem);
    }
    charts.push(...chartOf(chartId, candidate, ownership, byRef));
  }
  return {
    charts: charts.sort((a, b) => (a.chartId < b.chartId ? -1 : 1)),
    entities: [...problems]
      .filter(([, found]) => found.length > 0)
      .map(([entityRef, found]) => ({ entityRef, problems: found })),
  };
}

function resolve(
  { rules }: OperatorWord,
  { registry, repository, claims }: Candidate,
  byRef: ReadonlyMap<string, EntityWord>,
): Ownership {
  const configured = matchRepository(rules, registry, repository)?.entityRef;
  return resolveOwnership({
    rules,
    registry,
    repository,
    claims,
    configuredOwnerExists: configured !== undefined && byRef.has(configured),
  });
}

function chartOf(
  chartId: string,
  { named, claims }: Candidate,
  ownership: Ownership,
  byRef: ReadonlyMap<string, EntityWord>,
): ChartRecord[] {
  if (
    ownership.state === 'not-configured' ||
    (ownership.state === 'unowned' && !named)
  ) {
    return [];
  }
  const { match } = ownership;
  const owner = ownership.state === 'owned' ? ownership.owner : null;
  const word = owner === null ? undefined : byRef.get(owner);
  const isClaim =
    ownership.state === 'conflict' ||
    claims.some(({ entityRef }) => entityRef === owner);
  return [
    {
      chartId,
      registry: match.registry,
      repository: match.repository,
      owner,
      knownBy: isClaim ? 'claim' : knownWithoutClaim(named),
      expectedSource: narrowSource(match.source, word?.sourceLocation).source,
      policies: match.policies,
      requestedPolicies: [...(word?.requestedPolicies ?? [])].sort(),
      conflict: ownership.state === 'conflict' ? ownership.claimants : [],
    },
  ];
}

function knownWithoutClaim(named: boolean): ChartRecord['knownBy'] {
  return named ? 'rule' : 'convention';
}

function problemsOf(
  { registry, repository }: Candidate,
  ownership: Ownership,
): [entityRef: string, problem: EntityProblem][] {
  const reference = `oci://${registry}/${repository}`;
  const owner = ownership.state === 'owned' ? ownership.owner : undefined;
  const refused = ownership.refused.map(
    ({ entityRef, code }): [string, EntityProblem] => [
      entityRef,
      refusedClaimProblem(code, reference, owner),
    ],
  );
  const conflicts =
    ownership.state === 'conflict'
      ? ownership.claimants.map((entityRef): [string, EntityProblem] => [
          entityRef,
          conflictProblem(
            reference,
            ownership.claimants.filter(other => other !== entityRef),
          ),
        ])
      : [];
  return [...refused, ...conflicts];
}
