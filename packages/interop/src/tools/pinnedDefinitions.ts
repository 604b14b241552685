import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadModule } from './moduleFolder.ts';

interface DefinitionPin {
  module: string;
  version: string;
  /** As in a `go.sum`: nothing else is taken. */
  sum: string;
  /** Where the definitions are in it. */
  folder: string;
}

/**
 * The folders with the definitions of Argo CD's and Flux's resources, in their own Go modules, pinned in `definitions.json`.
 *
 * @throws with Go's own words where a module cannot be had, and where one is not what was pinned.
 */
export async function pinnedDefinitions(): Promise<string[]> {
  const file = new URL('../../definitions.json', import.meta.url);
  const pins: DefinitionPin[] = JSON.parse(readFileSync(file, 'utf8'));
  const folders: string[] = [];
  for (const { module, version, sum, folder } of pins) {
    const { Dir, Sum } = await downloadModule(module, version);
    if (Sum !== sum) {
      throw new Error(`${module} ${version} is ${Sum} and not ${sum}`);
    }
    folders.push(join(Dir, folder));
  }
  return folders;
}
