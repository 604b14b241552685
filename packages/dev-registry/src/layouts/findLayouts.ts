import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const MAX_DEPTH = 16;

/**
 * Every OCI layout below a directory, by its relative path with `/`. Symbolic links are not followed, and nothing is
 * looked for inside a layout.
 *
 * @internal
 */
export async function findLayouts(root: string): Promise<string[]> {
  const found: string[] = [];
  await search(root, [], found);
  return found.sort();
}

async function search(
  root: string,
  segments: string[],
  found: string[],
): Promise<void> {
  const entries = await readdir(join(root, ...segments), {
    withFileTypes: true,
  });
  const isLayout = entries.some(e => e.isFile() && e.name === 'oci-layout');
  if (isLayout && segments.length > 0) {
    found.push(segments.join('/'));
    return;
  }
  const directories = entries.filter(
    e => e.isDirectory() && !e.name.startsWith('.'),
  );
  for (const { name } of segments.length < MAX_DEPTH ? directories : []) {
    await search(root, [...segments, name], found);
  }
}
