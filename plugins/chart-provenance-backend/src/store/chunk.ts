/** Cuts a list so that a statement stays far below SQLite's and PostgreSQL's limits on bound values. */
export function chunk<T>(list: readonly T[], size = 200): T[][] {
  const chunks: T[][] = [];
  for (let i = 0; i < list.length; i += size) {
    chunks.push(list.slice(i, i + size));
  }
  return chunks;
}
