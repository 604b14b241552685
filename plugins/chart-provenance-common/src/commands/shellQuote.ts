/**
 * One word for a POSIX shell, in single quotes unless it is made of harmless characters alone.
 *
 * @returns undefined for a text with control, format or line separator characters: nothing can be escaped in a terminal that the text
 * is pasted into, so such a command is not offered at all
 * @public
 */
export function shellQuote(text: string): string | undefined {
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) {
    return undefined;
  }
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
