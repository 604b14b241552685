import {
  formatLegacyPlace,
  LegacyPlace,
  parseLegacyPlace,
} from './legacyPlace';
import { matchRepository } from './matchRepository';
import { repositoryOfTemplate } from './repositoryOfTemplate';
import { CompiledRepositoryRule, RepositoryMatch } from './types';

/**
 * What the operator's rules say that a legacy chart becomes: `https://charts.acme.dev#{name}` read backwards. Rules whose captures
 * the template does not hold give none, and neither does a repository that an earlier rule says something else about.
 *
 * @public
 */
export function repositoriesOfLegacy(
  rules: readonly CompiledRepositoryRule[],
  place: LegacyPlace,
): RepositoryMatch[] {
  const wanted = formatLegacyPlace(place);
  return rules.flatMap(compiled => {
    const repository = repositoryOfTemplate(
      compiled,
      normalised(compiled.rule.legacy),
      wanted,
    );
    const match =
      repository === undefined
        ? undefined
        : matchRepository(rules, compiled.rule.registry, repository);
    return match?.rule === compiled.rule && normalised(match.legacy) === wanted
      ? [match]
      : [];
  });
}

function normalised(legacy: string | undefined): string | undefined {
  const place = legacy === undefined ? undefined : parseLegacyPlace(legacy);
  return place && formatLegacyPlace(place);
}
