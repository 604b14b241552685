import { GitError } from './GitError';

/** One file that differs between two commits. */
export interface ChangedFile {
  /** Its path now; the former one of a file that is gone. */
  path: string;
  /** Its path before, where it was renamed or copied. */
  from?: string;
  change: 'added' | 'gone' | 'changed' | 'renamed';
}

/** A copy is a file that was not there. */
const CHANGES: Readonly<Record<string, ChangedFile['change']>> = {
  A: 'added',
  D: 'gone',
};

/** Reads `git diff --name-status -z`. @throws GitError for what is none */
export function parseNameStatus(said: Buffer): ChangedFile[] {
  const fields = said.toString('utf8').split('\0');
  fields.pop();
  const changes: ChangedFile[] = [];
  while (fields.length > 0) {
    const status = fields.shift() ?? '';
    const path = fields.shift();
    const isPair = /^[RC]\d*$/.test(status);
    const to = isPair ? fields.shift() : path;
    if (path === undefined || to === undefined || !/^[A-Z]\d*$/.test(status)) {
      throw new GitError('What git says has changed cannot be read.');
    }
    changes.push(
      status.startsWith('R')
        ? { path: to, from: path, change: 'renamed' }
        : { path: to, change: CHANGES[status] ?? 'changed' },
    );
  }
  return changes;
}
