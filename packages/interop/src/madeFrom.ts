import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FixtureSet } from './fixtureSets/FixtureSet.ts';
import { pinnedTools } from './tools/pins.ts';

/** A digest over everything that the fixtures are made from, the pins of their tools included; tests are not. */
export function digestOfInputs(
  root: string,
  { inputs: paths, tools }: Pick<FixtureSet, 'inputs' | 'tools'>,
): string {
  const hash = createHash('sha256');
  const pins = pinnedTools('full').filter(({ name }) => tools.includes(name));
  hash.update(JSON.stringify(pins)).update('\0');
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
