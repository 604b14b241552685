import { matchRepository } from './matchRepository';
import { normaliseEntityRef } from './normaliseEntityRef';
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
    const repository = repositoryFor(compiled, wanted);
    const match =
      repository === undefined
        ? undefined
        : matchRepository(rules, compiled.rule.registry, repository);
    return match?.rule === compiled.rule && match.entityRef === wanted
      ? [match]
      : [];
  });
}

function repositoryFor(
  { rule, segments }: CompiledRepositoryRule,
  entityRef: string,
): string | undefined {
  if (
    rule.entity === undefined ||
    segments.some(({ kind }) => kind === 'any' || kind === 'rest')
  ) {
    return undefined;
  }
  const captures = readTemplate(rule.entity.toLowerCase(), entityRef);
  const determined = segments.every(
    segment =>
      segment.kind !== 'capture' ||
      captures?.[segment.name.toLowerCase()] !== undefined,
  );
  if (!captures || !determined) {
    return undefined;
  }
  return segments
    .map(segment => {
      switch (segment.kind) {
        case 'literal':
          return segment.text;
        case 'capture':
          return captures[segment.name.toLowerCase()];
        default:
          return '';
      }
    })
    .join('/');
}

/** The captures with which the template gives the text; undefined when there are none. */
function readTemplate(
  template: string,
  text: string,
): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^{}]*\})/)
    .map(part => {
      if (!part.startsWith('{')) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      names.push(part.slice(1, -1));
      return '([a-z0-9][a-z0-9._-]{0,62})';
    })
    .join('');
  const values = new RegExp(`^${pattern}$`).exec(text)?.slice(1);
  return (
    values &&
    Object.fromEntries(names.map((name, index) => [name, values[index]]))
  );
}
