import { ChartUse } from './ChartUse';
import { Side } from './Side';

/**
 * The line of a use in its file, counted from 1: of those that hold what it asks for, one that the pull request wrote. A guess, for showing: readers do
 * not say where they read.
 */
export function lineOf(
  { path, marks }: Pick<ChartUse, 'path' | 'marks'>,
  { before, after }: { before: Side; after: Side },
  renamed: ReadonlyMap<string, string>,
): number {
  const from = [...renamed].find(([, to]) => to === path)?.[0] ?? path;
  const old = new Set(linesOf(before.textOf(from)));
  const lines = linesOf(after.textOf(path));
  const places = marks.flatMap(mark => {
    const holding = lines.flatMap((line, index) =>
      line.includes(mark) ? [index] : [],
    );
    return [...holding.filter(index => !old.has(lines[index])), ...holding];
  });
  const written = places.find(index => !old.has(lines[index]));
  return (written ?? places[0] ?? 0) + 1;
}

function linesOf(text: string | undefined): string[] {
  return (text ?? '').split(/\r?\n/).map(line => line.trim());
}
