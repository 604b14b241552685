import {
  SnippetGroup,
  SnippetHead,
} from 'backstage-plugin-chart-provenance-common';

/**
 * The groups in the order in which they are listed.
 *
 * @internal
 */
export const SNIPPET_GROUPS: readonly [SnippetGroup, string][] = [
  ['publish', 'Publish from CI'],
  ['argocd', 'Consume with Argo CD'],
  ['flux', 'Consume with Flux'],
  ['consume', 'Consume otherwise'],
  ['enforce', 'Enforce'],
  ['registry', 'Registry settings'],
];

/**
 * What is listed, by group; those of a group that this page does not know, from a newer backend, stand last under its name.
 *
 * @internal
 */
export function groupSnippets(
  items: readonly SnippetHead[],
): [title: string, items: SnippetHead[]][] {
  const known = new Set<string>(SNIPPET_GROUPS.map(([group]) => group));
  const others = [...new Set(items.map(({ group }) => group))].filter(
    group => !known.has(group),
  );
  return [
    ...SNIPPET_GROUPS,
    ...others.map((group): [SnippetGroup, string] => [group, group]),
  ].flatMap(([group, title]): [string, SnippetHead[]][] => {
    const own = items.filter(item => item.group === group);
    return own.length > 0 ? [[title, own]] : [];
  });
}
