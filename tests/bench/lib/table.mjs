/** Rows of text as a table, columns aligned; numbers to the right. */
export function table(head, rows) {
  const all = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, at) =>
    Math.max(...all.map(row => row[at].length)),
  );
  const line = row =>
    `  ${row
      .map((cell, at) =>
        at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]),
      )
      .join('  ')}`;
  return [
    line(all[0]),
    `  ${widths.map(width => '-'.repeat(width)).join('  ')}`,
    ...all.slice(1).map(line),
  ].join('\n');
}

/** Three digits that count. */
export function figure(value) {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** `×1.93` */
export const times = ratio => `×${ratio.toFixed(2)}`;
