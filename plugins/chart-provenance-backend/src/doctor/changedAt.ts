import { stat } from 'node:fs/promises';

/** When a file was changed last; undefined when that cannot be told. */
export async function changedAt(path: string): Promise<Date | undefined> {
  return stat(path).then(
    ({ mtime }) => mtime,
    () => undefined,
  );
}
