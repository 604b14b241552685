import { GitError } from './GitError';

/** What stands at one path of a commit. */
export interface TreeEntry {
  path: string;
  kind: 'file' | 'link' | 'submodule';
  /** Of the object. */
  id: string;
  /** Bytes; 0 for a submodule. */
  size: number;
}

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
  '160000': 'submodule',
};

const ENTRY = /^(\d{6}) (?:blob|commit) ([0-9a-f]{40,64}) +(\d+|-)\t([^]+)$/;

/** Reads `git ls-tree -r -z --long`. @throws GitError for what is none */
export function parseTree(said: Buffer): TreeEntry[] {
  return said
    .toString('utf8')
    .split('\0')
    .filter(entry => entry !== '')
    .map(entry => {
      const [, mode, id, size, path] = ENTRY.exec(entry) ?? [];
      const kind = KINDS[mode];
      if (kind === undefined) {
        throw new GitError('What git says is in a commit cannot be read.');
      }
      return { path, kind, id, size: size === '-' ? 0 : Number(size) };
    });
}
