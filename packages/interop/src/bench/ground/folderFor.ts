import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of its own below the ground's; made when it is not there. */
export function folderFor({ folder }: { folder: string }, name: string) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
