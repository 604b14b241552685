import {
  chartIdOf,
  conventionalRepositories,
  matchRepository,
  OwnershipClaim,
  repositoriesOfLegacy,
  RepositoryMatch,
} from 'backstage-plugin-chart-provenance-common';
import { EntityWord, FoundNames, OperatorWord } from './types';

/**
 * Who says that there is a chart. `rule`: one without placeholders names it. `convention`: a placeholder fits an entity that exists.
 * The others but `listing` and `mapping` are hearsay: whoever writes an index or a manifest can name any number of repositories.
 */
export type Teller =
  | 'rule'
  | 'convention'
  | 'listing'
  | 'legacy'
  | 'consumer'
  /** A consumer names the legacy chart that a rule says it was before. */
  | 'legacyConsumer'
  | 'mapping';

/** A repository that somebody says is a chart, and who claims it. */
export interface Candidate {
  /** As the operator writes the host, where a rule matches; else as the claim does. */
  registry: string;
  repository: string;
  /** What the first rule that matches says; undefined when none does. */
  match: RepositoryMatch | undefined;
  tellers: Set<Teller>;
  claims: OwnershipClaim[];
  /** Entity that the operator's mapping names. */
  mapped: string | undefined;
}

/**
 * The repositories that may be charts, by chart id, so that one repository written in two ways is one candidate. What was found
 * enters only where a rule matches: nothing that an index, a manifest or a registry says makes another repository readable.
 */
export function collectCandidates(
  { rules }: OperatorWord,
  words: readonly EntityWord[],
  found: FoundNames,
): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const claimed = (host: string, repository: string): Candidate => {
    const match = matchRepository(rules, host, repository);
    const registry = match?.registry ?? host;
    const id = chartIdOf(registry.toLowerCase(), repository);
    const known = candidates.get(id) ?? {
      registry,
      repository,
      match,
      tellers: new Set(),
      claims: [],
      mapped: undefined,
    };
    candidates.set(id, known);
    return known;
  };
  const told = (teller: Teller, host: string, repository: string) => {
    if (matchRepository(rules, host, repository)) {
      claimed(host, repository).tellers.add(teller);
    }
  };
  for (const { rule, segments } of rules) {
    if (segments.every(({ kind }) => kind === 'literal')) {
      claimed(rule.registry, rule.match).tellers.add('rule');
    }
  }
  for (const { entityRef, entity, charts } of words) {
    for (const match of conventionalRepositories(rules, entityRef)) {
      told('convention', match.registry, match.repository);
    }
    for (const reference of charts) {
      const { claims } = claimed(reference.registry, reference.repository);
      if (entity && !claims.some(claim => claim.entityRef === entityRef)) {
        claims.push({ entityRef, entity });
      }
    }
  }
  addFound(rules, found, told);
  for (const { registry, repository, entityRef } of found.mappings) {
    if (entityRef !== null && matchRepository(rules, registry, repository)) {
      told('mapping', registry, repository);
      claimed(registry, repository).mapped = entityRef;
    }
  }
  return candidates;
}

function addFound(
  rules: OperatorWord['rules'],
  { listed, legacy, consumed }: FoundNames,
  told: (teller: Teller, host: string, repository: string) => void,
): void {
  const toldByLegacy = (teller: Teller, url: string, name: string) =>
    repositoriesOfLegacy(rules, { url, name }).forEach(match =>
      told(teller, match.registry, match.repository),
    );
  listed.forEach(({ registry, repository }) =>
    told('listing', registry, repository),
  );
  for (const { url, names } of legacy) {
    names.forEach(name => toldByLegacy('legacy', url, name));
  }
  for (const target of consumed) {
    if (target.kind === 'oci') {
      told('consumer', target.registry, target.repository);
    } else {
      toldByLegacy('legacyConsumer', target.url, target.name);
    }
  }
}
