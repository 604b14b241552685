import {
  chartIdOf,
  conventionalRepositories,
  matchRepository,
  OwnershipClaim,
} from 'backstage-plugin-chart-provenance-common';
import { EntityWord, OperatorWord } from './types';

/** A repository that somebody says is a chart, and who claims it. */
export interface Candidate {
  /** As the operator writes the host, where a rule matches; else as the claim does. */
  registry: string;
  repository: string;
  /** A rule without placeholders names it: it is a chart whoever claims it. */
  named: boolean;
  claims: OwnershipClaim[];
}

/**
 * The repositories that may be charts: those rules name outright, those that are an entity's by convention, and those that
 * annotations claim. By chart id, so that one repository written in two ways is one candidate.
 */
export function collectCandidates(
  { rules }: OperatorWord,
  words: readonly EntityWord[],
): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const candidate = (host: string, repository: string): Candidate => {
    const match = matchRepository(rules, host, repository);
    const registry = match?.registry ?? host;
    const id = chartIdOf(registry.toLowerCase(), repository);
    const known = candidates.get(id) ?? {
      registry,
      repository,
      named: false,
      claims: [],
    };
    candidates.set(id, known);
    return known;
  };
  for (const { rule, segments } of rules) {
    if (segments.every(({ kind }) => kind === 'literal')) {
      candidate(rule.registry, rule.match).named = true;
    }
  }
  for (const { entityRef, entity, charts } of words) {
    for (const match of conventionalRepositories(rules, entityRef)) {
      candidate(match.registry, match.repository);
    }
    for (const reference of charts) {
      const { claims } = candidate(reference.registry, reference.repository);
      if (entity && !claims.some(claim => claim.entityRef === entityRef)) {
        claims.push({ entityRef, entity });
      }
    }
  }
  return candidates;
}
