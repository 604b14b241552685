import { CompiledRepositoryRule } from './types';

/** As long as one segment of a repository may be that a name in a catalog or a legacy index becomes. */
const CAPTURED = '([a-z0-9][a-z0-9._-]{0,127})';

/**
 * The repository for which a rule's template gives the text: the template read backwards. A rule with `*` or `**`, or with
 * captures that the template does not hold, names no single repository and gives none; a template without placeholders gives
 * the rule's own repository when it is the text.
 *
 * @internal
 */
export function repositoryOfTemplate(
  { segments }: CompiledRepositoryRule,
  template: string | undefined,
  text: string,
): string | undefined {
  const captures =
    template === undefined ? undefined : readTemplate(template, text);
  if (!captures) {
    return undefined;
  }
  const path = segments.map(segment => {
    switch (segment.kind) {
      case 'literal':
        return segment.text;
      case 'capture':
        return captures.get(segment.name.toLowerCase());
      default:
        return undefined;
    }
  });
  return path.includes(undefined) ? undefined : path.join('/');
}

/** The captures with which the template gives the text, by their names in lower case; undefined when there are none. */
function readTemplate(
  template: string,
  text: string,
): ReadonlyMap<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^{}]*\})/)
    .map(part => {
      if (!part.startsWith('{')) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      names.push(part.slice(1, -1).toLowerCase());
      return CAPTURED;
    })
    .join('');
  const values = new RegExp(`^${pattern}$`).exec(text)?.slice(1);
  return values && new Map(names.map((name, index) => [name, values[index]]));
}
