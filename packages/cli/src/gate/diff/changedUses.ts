import { ChangedFile } from './parseNameStatus';
import { ChartUse } from './ChartUse';
import { lineOf } from './lineOf';
import { Side, Unread } from './Side';

/** A use that a pull request brings, and where it stands. */
export interface ChangedUse extends ChartUse {
  /** Counted from 1. */
  line: number;
}

/** What a pull request brings. */
export interface Changes {
  uses: ChangedUse[];
  unread: Unread[];
}

/**
 * The uses of charts that are on the new side alone. What only stands elsewhere in its file, or in a file that was renamed in its folder, is nothing new. What
 * could not be read is told where the pull request touches it, for it may hide a chart.
 *
 * @param below - paths; only what is at or below one of them is told. All when there are none
 */
export function changedUses(
  { before, after }: { before: Side; after: Side },
  changed: readonly ChangedFile[],
  below: readonly string[],
): Changes {
  const renamed = new Map(
    changed.flatMap(({ path, from }) =>
      from === undefined ? [] : [[from, path] as const],
    ),
  );
  // Folders are clusters and environments: what moves to another is deployed by somebody else.
  const stayed = new Map(
    [...renamed].filter(([from, to]) => folderOf(from) === folderOf(to)),
  );
  const known = new Set(before.uses.map(use => keyAt(use, stayed)));
  const touched = new Set(changed.map(({ path }) => path));
  const isAsked = ({ path }: { path: string }) => isBelow(path, below);
  return {
    uses: after.uses
      .filter(use => isAsked(use) && !known.has(use.key))
      .map(use => ({ ...use, line: lineOf(use, { before, after }, renamed) })),
    unread: [
      ...after.unread.filter(one => isAsked(one) && touched.has(one.path)),
      ...(after.truncated
        ? [
            {
              path: '',
              why: 'There is more in the repository than is read: name paths, and ask for the rest elsewhere.',
            },
          ]
        : []),
    ],
  };
}

/** The first member of a key is the path. */
function keyAt(
  { key, path }: ChartUse,
  renamed: ReadonlyMap<string, string>,
): string {
  const to = renamed.get(path);
  if (to === undefined) {
    return key;
  }
  const [, ...others]: unknown[] = JSON.parse(key);
  return JSON.stringify([to, ...others]);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isBelow(path: string, below: readonly string[]): boolean {
  return (
    path === '' ||
    below.length === 0 ||
    below.some(one => one === '' || path === one || path.startsWith(`${one}/`))
  );
}
