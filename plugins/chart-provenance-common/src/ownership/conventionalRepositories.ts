import { matchRepository } from './matchRepository';
import { normaliseEntityRef } from './normaliseEntityRef';
import { repositoryOfTemplate } from './repositoryOfTemplate';
import { CompiledRepositoryRule, RepositoryMatch } from './types';

/**
 * Repositories that are an entity's by convention: `acme/charts/{name}` with `component:default/{name}`, read backwards. Rules
 * with `*` or `**`, or whose captures the entity ref does not determine, name no single repository and give none. A repository
 * that an earlier rule gives to somebody else is left out.
 *
 * @public
 */
export function conventionalRepositories(
  rules: readonly CompiledRepositoryRule[],
  entityRef: string,
): RepositoryMatch[] {
  const wanted = normaliseEntityRef(entityRef);
  if (wanted === undefined) {
    return [];
  }
  return rules.flatMap(compiled => {
    const repository = repositoryOfTemplate(
      compiled,
      compiled.rule.entity?.toLowerCase(),
      wanted,
    );
    const match =
      repository === undefined
        ? undefined
        : matchRepository(rules, compiled.rule.registry, repository);
    return match?.rule === compiled.rule && match.entityRef === wanted
      ? [match]
      : [];
  });
}
