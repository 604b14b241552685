import { GitError } from './GitError';

const NEWLINE = 0x0a;
const LONGEST_HEADER = 128;

/** Reads `git cat-file --batch`: contents by object id. @throws GitError for what is none, and for an object that is not there */
export function parseBatch(said: Buffer): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  let at = 0;
  while (at < said.length) {
    const end = said.indexOf(NEWLINE, at);
    const header = said
      .subarray(at, Math.min(end < 0 ? said.length : end, at + LONGEST_HEADER))
      .toString('utf8');
    const [, id, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(header) ?? [];
    if (id === undefined) {
      throw new GitError(
        'Git does not have the contents of a file: is the repository fetched in whole (no partial clone)?',
      );
    }
    const from = end + 1;
    const to = from + Number(size);
    contents.set(id, said.subarray(from, to));
    at = to + 1;
  }
  return contents;
}
