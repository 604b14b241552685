import { opendir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LintUsageError } from './LintUsageError';

const SKIPPED = ['node_modules', '.git', '.hg', '.svn', '.terraform', 'vendor'];
const READ =
  /\.(?:ya?ml|gotmpl|md|markdown|mdx|sh|bash|zsh|tf)$|^(?:Dockerfile|Containerfile|Makefile)(?:\..+)?$|\.(?:Dockerfile|mk)$/i;
const MAX_FILES = 100_000;
const MAX_DEPTH = 64;

/**
 * The files to check, in order of their paths: what is named, and in folders all that may hold references. Symbolic links are followed when they are named,
 * never when they are found: they may lead out of the folder, or round in it.
 *
 * @throws LintUsageError for what is not there
 */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (kind === undefined) {
      throw new LintUsageError(`There is no ${path}.`);
    }
    if (kind.isDirectory()) {
      for await (const file of walk(await realpath(path), 0)) {
        // As it was named, not as it is called behind a link.
        files.add(join(path, relative(await realpath(path), file)));
        if (files.size > MAX_FILES) {
          throw new LintUsageError(
            `There are more than ${MAX_FILES} files: name fewer folders.`,
          );
        }
      }
    } else {
      files.add(path);
    }
  }
  return [...files].sort();
}

async function* walk(folder: string, depth: number): AsyncGenerator<string> {
  if (depth > MAX_DEPTH) {
    return;
  }
  const folders: string[] = [];
  for await (const entry of await opendir(folder)) {
    const path = `${folder}${folder.endsWith(sep) ? '' : sep}${entry.name}`;
    if (entry.isDirectory() && !SKIPPED.includes(entry.name)) {
      folders.push(path);
    } else if (entry.isFile() && READ.test(entry.name)) {
      yield path;
    }
  }
  for (const path of folders) {
    yield* walk(path, depth + 1);
  }
}
