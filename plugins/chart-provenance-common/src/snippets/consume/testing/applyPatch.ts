/** Applies a unified diff as `patch` does, without fuzz. @throws Error where it does not fit */
export function applyPatch(text: string, patch: string): string {
  const lines = text === '' ? [] : text.split(/(?<=\n)/);
  const result: string[] = [];
  let at = 0;
  const rows = patch.split(/(?<=\n)/).slice(2);
  for (let row = 0; row < rows.length; row += 1) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(
      rows[row],
    );
    if (head) {
      const [, first, count = '1', second] = head;
      const from = count === '0' ? Number(first) : Number(first) - 1;
      result.push(...lines.slice(at, from));
      at = from;
      const to = head[4] === '0' ? Number(second) : Number(second) - 1;
      expect(result).toHaveLength(to);
      continue;
    }
    if (rows[row].startsWith('\\')) {
      continue;
    }
    const bare = (rows[row + 1] ?? '').startsWith('\\');
    const line = bare ? rows[row].slice(1, -1) : rows[row].slice(1);
    if (rows[row].startsWith('+')) {
      result.push(line);
      continue;
    }
    expect(lines[at]).toBe(line);
    at += 1;
    if (rows[row].startsWith(' ')) {
      result.push(line);
    }
  }
  return [...result, ...lines.slice(at)].join('');
}
