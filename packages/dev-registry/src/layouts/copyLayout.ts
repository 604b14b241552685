import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Says which `index.json` a copy was made from. */
const MARKER = '.copied-from';

/**
 * Keeps a copy of a layout up to date: made when there is none, made anew when the original has changed since, and
 * otherwise left with everything that was pushed into it. A directory that this function did not make stays as it is.
 *
 * @internal
 */
export async function copyLayout(
  original: string,
  copy: string,
): Promise<'copied' | 'kept'> {
  const index = await readFile(join(original, 'index.json'));
  const fingerprint = createHash('sha256').update(index).digest('hex');
  const marker = await readIfThere(join(copy, MARKER));
  const ours = marker !== undefined;
  const taken = (await readIfThere(join(copy, 'oci-layout'))) !== undefined;
  if (marker === fingerprint || (taken && !ours)) {
    return 'kept';
  }
  const fresh = join(dirname(copy), `.${randomUUID()}`);
  await mkdir(dirname(copy), { recursive: true });
  await cp(original, fresh, { recursive: true });
  await writeFile(join(fresh, MARKER), fingerprint);
  if (ours) {
    await rm(copy, { recursive: true });
  }
  // Renamed whole, so that an interrupted start leaves no half of a layout behind.
  await rename(fresh, copy);
  return 'copied';
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isAbsence(error)) {
      return undefined;
    }
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ENOENT'
  );
}
