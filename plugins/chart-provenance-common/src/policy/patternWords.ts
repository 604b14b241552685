const FREE = '(?:\\.|\\\\[dw]|\\[[^\\][\\\\]+\\])[*+]';
const LITERAL = '[\\w:/@#-]';

/**
 * A subject pattern with `*` for what it leaves free: `…/release.yml@refs/tags/v*`. For
 * reading only; the pattern itself must stand beside it, because `*` says less than `[a-z]+`. Undefined for a pattern with
 * anything but literals, escaped punctuation, and repeated classes: words that guess would be worse than none.
 *
 * @internal
 */
export function patternWords(pattern: string): string | undefined {
  const parts = new RegExp(`\\\\([^\\w\\s])|${FREE}|(${LITERAL})`, 'y');
  const inner = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let words = '';
  while (parts.lastIndex < inner.length) {
    const part = parts.exec(inner);
    if (!part) {
      return undefined;
    }
    words += part[1] ?? part[2] ?? '*';
  }
  return words;
}
