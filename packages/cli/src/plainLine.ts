/**
 * Text as one line that is safe on a terminal: what would move the cursor, change colours or hide text is shown as spaces.
 */
export function plainLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
