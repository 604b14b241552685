/**
 * One string literal in HCL for exactly this text: `${` and `%{` are doubled, so that nothing is interpolated.
 *
 * @internal
 */
export function hclText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('${', '$${')
    .replaceAll('%{', '%%{')
    .replace(/[^\x20-\x7e]/gu, character => {
      const point = character.codePointAt(0)!;
      return point > 0xffff
        ? `\\U${point.toString(16).padStart(8, '0')}`
        : `\\u${point.toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}
