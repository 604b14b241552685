import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheEnd } from './standIn';

/** Sets variables for one test; undefined takes one away. What matches `clean` is taken away first. */
export function setEnvironment(
  variables: Record<string, string | undefined>,
  clean: RegExp,
): void {
  const before = { ...process.env };
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  };
  const taken = Object.keys(process.env).filter(name => clean.test(name));
  taken.forEach(name => set(name, undefined));
  Object.entries(variables).forEach(([name, value]) => set(name, value));
  atTheEnd(async () => {
    for (const name of [...taken, ...Object.keys(variables)]) {
      set(name, before[name]);
    }
  });
}

/** @returns the path of a file that lives as long as the test */
export async function temporaryFile(content: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'chart-provenance-'));
  atTheEnd(() => rm(directory, { recursive: true }));
  const path = join(directory, 'file');
  await writeFile(path, content);
  return path;
}
