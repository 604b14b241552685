import { TreeEntry } from './parseTree';
import { Unread } from './Side';

const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 20_000;
const MAX_TOTAL_BYTES = 100 * 1024 * 1024;
const MAX_PATH = 1_000;

/** What is read of a commit. */
export interface ChosenEntries {
  read: TreeEntry[];
  /** What might hold charts, and is not read. */
  unread: Unread[];
  truncated: boolean;
}

/** Files that deployment tools take manifests from. */
export function mayHoldCharts(path: string): boolean {
  return /(?:\.(?:ya?ml|json|ya?ml\.gotmpl)|(?:^|\/)(?:Chart\.lock|kustomization))$/i.test(
    path,
  );
}

/** Chooses within bounds: whoever opens a pull request decides what is in the tree. */
export function chooseEntries(tree: readonly TreeEntry[]): ChosenEntries {
  const chosen: ChosenEntries = { read: [], unread: [], truncated: false };
  let bytes = 0;
  for (const entry of tree) {
    const why = whyNot(entry);
    if (why !== undefined) {
      chosen.unread.push({ path: entry.path, why });
    } else if (entry.kind === 'file' && mayHoldCharts(entry.path)) {
      bytes += entry.size;
      if (bytes > MAX_TOTAL_BYTES || chosen.read.length >= MAX_FILES) {
        return { ...chosen, truncated: true };
      }
      chosen.read.push(entry);
    }
  }
  return chosen;
}

function whyNot({ path, kind, size }: TreeEntry): string | undefined {
  if (kind === 'submodule') {
    return 'It is a submodule: what charts it uses is not read here.';
  }
  if (!mayHoldCharts(path)) {
    // A folder may be linked to as well, under any name.
    return kind === 'link'
      ? 'It is a symbolic link: what it leads to is not read by that name.'
      : undefined;
  }
  if (kind === 'link') {
    return 'It is a symbolic link: what it leads to is not read by that name.';
  }
  if (size > MAX_FILE_BYTES) {
    return 'It is larger than 1 MiB, and was not read.';
  }
  return path.length > MAX_PATH
    ? 'Its path is too long to be read.'
    : undefined;
}
