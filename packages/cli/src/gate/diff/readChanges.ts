import { relative, resolve } from 'node:path';
import { changedUses, Changes } from './changedUses';
import { GitError } from './GitError';
import { GitRepository } from './GitRepository';
import { readSide } from './readSide';
import { runGit } from './runGit';

/**
 * The uses of charts that are new between two commits.
 *
 * @param paths - as written on the command line, from where it is run
 * @throws GitError
 */
export async function readChanges(
  folder: string,
  range: string,
  paths: readonly string[],
): Promise<Changes> {
  const top = await topOf(folder);
  const repository = new GitRepository(top);
  const sides = await repository.sides(range);
  const changed = await repository.changedFiles(sides);
  if (changed.length === 0) {
    return { uses: [], unread: [] };
  }
  const before = await readSide(repository, sides.base);
  const after = await readSide(repository, sides.head);
  return changedUses(
    { before, after },
    changed,
    paths.map(path => below(top, resolve(folder, path))),
  );
}

async function topOf(folder: string): Promise<string> {
  const said = await runGit(['rev-parse', '--show-toplevel'], {
    cwd: folder,
    maxBytes: 16 * 1024,
  });
  return said.toString('utf8').replace(/\n$/, '');
}

function below(top: string, path: string): string {
  const inside = relative(top, path);
  if (inside.startsWith('..')) {
    throw new GitError('A path is outside of the repository.');
  }
  return inside;
}
