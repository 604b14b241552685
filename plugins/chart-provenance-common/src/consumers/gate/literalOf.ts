const PUNCTUATION = /[^\w\s]/;
const META = new Set('.[](){}*+?|^$\\');

/**
 * The one text that a regular expression matches: anchored at both ends, and nothing in it but letters, digits, and punctuation that is
 * escaped or means itself. Undefined for any other.
 */
export function literalOf(expression: string): string | undefined {
  const inner = anchoredPart(expression);
  if (inner === undefined) {
    return undefined;
  }
  let text = '';
  for (let at = 0; at < inner.length; at += 1) {
    let character = inner[at];
    if (character === '\\') {
      at += 1;
      character = inner[at] ?? '';
      // \d and its like are no literals; so is nothing.
      if (!PUNCTUATION.test(character)) {
        return undefined;
      }
    } else if (META.has(character)) {
      return undefined;
    }
    text += character;
  }
  return text;
}

/**
 * What stands between `^` and `$`; undefined for an expression without both. One that ends in `\$` has no anchor there.
 */
export function anchoredPart(expression: string): string | undefined {
  const [, inner] = /^\^([\s\S]*)\$$/.exec(expression) ?? [];
  if (inner === undefined) {
    return undefined;
  }
  let escapes = 0;
  while (inner[inner.length - 1 - escapes] === '\\') {
    escapes += 1;
  }
  return escapes % 2 === 0 ? inner : undefined;
}
