import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A digest over everything that the fixtures are made from; tests are not. */
export function digestOfFiles(root: string, paths: string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(path => filesUnder(join(root, path)))) {
    hash.update(relative(root, file)).update('\0');
    hash.update(readFileSync(file)).update('\0');
  }
  return `sha256:${hash.digest('hex')}`;
}

function filesUnder(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map(entry => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}
