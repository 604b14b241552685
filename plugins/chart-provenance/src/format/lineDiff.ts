const CONTEXT = 3;

/** Lines times lines that are compared; beyond, all of the changed middle counts as replaced. */
const MAX_CELLS = 4_000_000;

type Line = [mark: ' ' | '-' | '+', text: string];

/**
 * A unified diff of two texts, with three lines around each change and without a head. Empty when they are the same.
 *
 * @internal
 */
export function lineDiff(before: string, after: string): string {
  if (before === after) {
    return '';
  }
  // What both end with is no line of its own.
  const shared = before.endsWith('\n') && after.endsWith('\n') ? -1 : undefined;
  const lines = compare(
    before.slice(0, shared).split('\n'),
    after.slice(0, shared).split('\n'),
  );
  return hunks(lines)
    .map(([from, until]) => {
      const own = lines.slice(from, until);
      const oldFrom = lines.slice(0, from).filter(([m]) => m !== '+').length;
      const newFrom = lines.slice(0, from).filter(([m]) => m !== '-').length;
      const oldCount = own.filter(([m]) => m !== '+').length;
      const newCount = own.filter(([m]) => m !== '-').length;
      return [
        `@@ -${oldFrom + 1},${oldCount} +${newFrom + 1},${newCount} @@`,
        ...own.map(([mark, text]) => mark + text),
      ].join('\n');
    })
    .join('\n');
}

/** Both texts in one: what stays, what goes, what comes. */
function compare(before: string[], after: string[]): Line[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return [
    ...before.slice(0, head).map((text): Line => [' ', text]),
    ...middle(
      before.slice(head, before.length - tail),
      after.slice(head, after.length - tail),
    ),
    ...before.slice(before.length - tail).map((text): Line => [' ', text]),
  ];
}

function middle(before: string[], after: string[]): Line[] {
  if (before.length * after.length > MAX_CELLS) {
    return [
      ...before.map((text): Line => ['-', text]),
      ...after.map((text): Line => ['+', text]),
    ];
  }
  const common = commonLengths(before, after);
  const width = after.length + 1;
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push([' ', before[i]]);
      i += 1;
      j += 1;
    } else if (
      i < before.length &&
      (j === after.length ||
        common[(i + 1) * width + j] >= common[i * width + j + 1])
    ) {
      lines.push(['-', before[i]]);
      i += 1;
    } else {
      lines.push(['+', after[j]]);
      j += 1;
    }
  }
  return lines;
}

/** At `i * (after.length + 1) + j`: how many lines `before` from i and `after` from j have in common, in order. */
function commonLengths(before: string[], after: string[]): Uint32Array {
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  return common;
}

/** Ranges of lines around the changes; those that touch are one. */
function hunks(lines: Line[]): [from: number, until: number][] {
  const found: [number, number][] = [];
  lines.forEach(([mark], index) => {
    if (mark === ' ') {
      return;
    }
    const from = Math.max(0, index - CONTEXT);
    const until = Math.min(lines.length, index + CONTEXT + 1);
    const last = found[found.length - 1];
    if (last && from <= last[1]) {
      last[1] = until;
    } else {
      found.push([from, until]);
    }
  });
  return found;
}
