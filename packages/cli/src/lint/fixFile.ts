import { randomBytes } from 'node:crypto';
import { lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { checkBytes, checkFile, Checked } from './checkFile';
import { LintUsageError } from './LintUsageError';

/** Corrections that overlap are made one after the other. */
const MAX_ROUNDS = 10;

/** A file after its corrections. */
export interface Fixed {
  /** As it is now. */
  checked: Checked;
  /** How many findings are gone. */
  fixed: number;
}

/**
 * Makes all corrections of a file: the whole new text takes the place of the old one at once, or nothing does.
 *
 * @throws when it cannot be written
 */
export async function fixFile(before: Checked): Promise<Fixed> {
  let checked = before;
  for (
    let round = 0;
    round < MAX_ROUNDS && checked.report.corrected !== null;
    round += 1
  ) {
    checked = checkBytes(before.path, Buffer.from(checked.report.corrected));
  }
  const fixed = before.report.findings.length - checked.report.findings.length;
  if (checked.text === before.text) {
    return { checked: before, fixed: 0 };
  }
  await replace(before, checked.text);
  return { checked, fixed };
}

async function replace({ path, text }: Checked, after: string): Promise<void> {
  // Behind a link that was named the file itself is replaced, not the link.
  const target = await realpath(path);
  const { mode } = await lstat(target);
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, after, { mode: mode % 0o10000, flag: 'wx' });
    if ((await checkFile(target)).text !== text) {
      throw new LintUsageError(
        `${path} was changed meanwhile, so it was left alone.`,
      );
    }
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
