import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { lstat, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** A file of the workspace, there or not. */
export interface WorkspaceFile {
  /** Absolute. */
  target: string;
  /** Below the workspace, with `/`. */
  path: string;
}

/**
 * Where a file may be written. A workspace holds what an earlier step fetched from a repository that strangers write to: a link in it would have the
 * file written somewhere else, and Git's own folder says what Git does.
 *
 * @param parts - folder and path below the workspace
 * @throws NotAllowedError for what is outside of the workspace, in `.git`, or behind a link
 */
export async function fileInWorkspace(
  workspace: string,
  ...parts: readonly string[]
): Promise<WorkspaceFile> {
  const base = await realpath(workspace);
  const folder = parts
    .slice(0, -1)
    .reduce((at, part) => resolveSafeChildPath(at, part), base);
  const target = resolve(resolveSafeChildPath(folder, parts.at(-1) ?? '.'));
  const segments = relative(base, target).split(sep);
  if (segments.some(segment => segment.toLowerCase() === '.git')) {
    throw new NotAllowedError('Nothing is written into .git');
  }
  for (const index of segments.keys()) {
    const path = segments.slice(0, index + 1).join('/');
    if (await isLink(join(base, path))) {
      throw new NotAllowedError(
        `${path} is a link, so nothing is written there`,
      );
    }
  }
  return { target, path: segments.join('/') };
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    // Not there yet. What cannot be looked at for another reason cannot be written to either.
    return false;
  }
}
