import { matchGlob } from '../glob/matchGlob';
import { expandTemplate } from '../glob/expandTemplate';
import { normaliseRegistryHost } from '../reference/normaliseRegistryHost';
import { normaliseEntityRef } from './normaliseEntityRef';
import { CompiledRepositoryRule, RepositoryMatch } from './types';

const SEGMENT = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;

/**
 * What the first matching rule says about a repository, or undefined when no rule does: then nothing of it may be contacted.
 *
 * @public
 */
export function matchRepository(
  rules: readonly CompiledRepositoryRule[],
  registry: string,
  repository: string,
): RepositoryMatch | undefined {
  const path = repository.split('/');
  // Captures end up in entity refs and sources: nothing but the grammar's characters may reach them.
  if (!path.every(segment => SEGMENT.test(segment))) {
    return undefined;
  }
  const host = normaliseRegistryHost(registry);
  for (const { rule, segments } of rules) {
    const captures =
      normaliseRegistryHost(rule.registry) === host
        ? matchGlob(segments, path)
        : undefined;
    if (captures) {
      return resolve({ rule, segments }, repository, captures);
    }
  }
  return undefined;
}

function resolve(
  { rule }: CompiledRepositoryRule,
  repository: string,
  captures: Readonly<Record<string, string>>,
): RepositoryMatch {
  const expand = (template: string | undefined) =>
    template === undefined ? undefined : expandTemplate(template, captures);
  const entity = expand(rule.entity);
  // Longer than an entity's name may be: no such entity can exist, so nobody owns it by convention.
  const entityRef =
    entity === undefined ? undefined : normaliseEntityRef(entity);
  const source = expand(rule.source);
  const legacy = expand(rule.legacy);
  return {
    rule,
    registry: rule.registry,
    repository,
    ...(entityRef !== undefined && { entityRef }),
    ...(source !== undefined && { source }),
    ...(legacy !== undefined && { legacy }),
    policies: [...new Set([rule.policy ?? []].flat())],
  };
}
