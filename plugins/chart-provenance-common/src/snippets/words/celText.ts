/**
 * One string literal in CEL, in single quotes, for exactly this text.
 *
 * @internal
 */
export function celText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(
      /[^\x20-\x7e]/gu,
      character =>
        `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`,
    );
  return `'${escaped}'`;
}
