/**
 * `1 chart`, `2 charts`.
 *
 * @internal
 */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
