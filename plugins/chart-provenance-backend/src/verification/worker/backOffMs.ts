const FIRST_MS = 100;
const MOST_MS = 5000;

/** How long to wait before the next thread, after so many in a row that ended over nothing done. */
export function backOffMs(endedInARow: number): number {
  return endedInARow <= 1
    ? 0
    : Math.min(MOST_MS, FIRST_MS * 2 ** (endedInARow - 2));
}
