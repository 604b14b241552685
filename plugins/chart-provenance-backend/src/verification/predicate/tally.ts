const MAX_KINDS = 8;

/** Counts by word in lower case, most frequent first; those beyond eight kinds are counted together. */
export function tally(words: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) {
    const kind = word.toLowerCase() || 'unknown';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const sorted = [...counts].sort(
    ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
  );
  if (sorted.length <= MAX_KINDS) {
    return sorted;
  }
  const rest = sorted.slice(MAX_KINDS - 1);
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  return [...sorted.slice(0, MAX_KINDS - 1), ['other', others]];
}
