/** One thing that the tools and we do not say alike. */
export interface Finding {
  /** What was compared. */
  what: string;
  /** What the tools say, or what was written down for the cell. */
  tools: string;
  ours: string;
}

/** @returns nothing when both are the same. */
export function same(what: string, tools: string, ours: string): Finding[] {
  return tools === ours ? [] : [{ what, tools, ours }];
}

/** The same, whatever the order. */
export function sameSet(
  what: string,
  tools: readonly string[],
  ours: readonly string[],
): Finding[] {
  const text = (items: readonly string[]) =>
    [...new Set(items)].sort().join(', ') || 'none';
  return same(what, text(tools), text(ours));
}
