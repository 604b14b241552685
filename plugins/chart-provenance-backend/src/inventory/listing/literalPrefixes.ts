import { CompiledRepositoryRule } from 'backstage-plugin-chart-provenance-common';

/** Where to look for what rules match. */
export interface LiteralPrefixes {
  /** Literal beginnings of whole segments: `acme/charts` of `acme/charts/{name}`. */
  prefixes: string[];
  /** False: a rule begins with a pattern, and no saying where. */
  complete: boolean;
}

/** @param depth - segments of a prefix at most */
export function literalPrefixes(
  rules: readonly CompiledRepositoryRule[],
  depth: number,
): LiteralPrefixes {
  const prefixes = new Set<string>();
  for (const { segments } of rules) {
    const end = segments.findIndex(({ kind }) => kind !== 'literal');
    const literal = segments
      .slice(0, Math.min(depth, end < 0 ? depth : end))
      .flatMap(segment => (segment.kind === 'literal' ? [segment.text] : []));
    prefixes.add(literal.join('/'));
  }
  const complete = !prefixes.delete('');
  return { prefixes: [...prefixes], complete };
}
