const MAX_EXPANSION = 4_000;

/**
 * How long the expansion is that begins at an offset: `$NAME`, `${…}`, `$(…)`, `$((…))`, `${{ … }}`, or backquotes. 0 when none does, or when it
 * does not end.
 */
export function expansionLength(text: string, at: number): number {
  const character = text[at];
  if (character === '`') {
    const end = text.indexOf('`', at + 1);
    return end < 0 || end - at > MAX_EXPANSION ? 0 : end + 1 - at;
  }
  if (character !== '$') {
    return 0;
  }
  const next = text[at + 1];
  if (next === '(' || next === '{') {
    return bracketed(text, at, next, next === '(' ? ')' : '}');
  }
  const [name] = /^(?:[A-Za-z_]\w{0,200}|[0-9@*#?!$-])/.exec(
    text.slice(at + 1, at + 202),
  ) ?? [''];
  return name === '' ? 0 : 1 + name.length;
}

/** Counts brackets, and passes over quotes: those in a `$(…)` are its own. */
function bracketed(
  text: string,
  at: number,
  open: string,
  close: string,
): number {
  let depth = 0;
  const limit = Math.min(text.length, at + MAX_EXPANSION);
  for (let here = at + 1; here < limit; here += 1) {
    const character = text[here];
    if (character === '\\') {
      here += 1;
    } else if (character === "'" && open === '(') {
      const end = text.indexOf("'", here + 1);
      here = end < 0 || end > limit ? here : end;
    } else if (character === open) {
      depth += 1;
    } else if (character === close) {
      depth -= 1;
      if (depth === 0) {
        return here + 1 - at;
      }
    }
  }
  return 0;
}

/** Where the line ends that an offset stands in. */
export function closingOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
