import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeLegacyRepository } from '../legacy/makeLegacyRepository.ts';
import { installed } from '../tools/toolbox.ts';
import { installTools } from '../tools/installTools.ts';
import type { FixtureSet } from './FixtureSet.ts';

const TOOLS = ['helm'];

/** The example company's repository from before its registry: the archives that were pushed later, one that differs and some of its own. */
export const legacyRepository: FixtureSet = {
  name: 'legacy',
  inputs: [
    ...['examples/charts', 'examples/registry/acme'],
    ...['packages/interop/src/legacy', 'packages/interop/src/charts'],
    'packages/interop/src/company',
  ],
  tools: TOOLS,
  madeFrom: 'examples/legacy/made-from.json',
  async make(root, folder, say) {
    const tools = await installTools('fixtures', say, TOOLS);
    const examples = join(root, 'examples');
    const output = join(folder, 'legacy');
    await makeLegacyRepository({
      ...{ helm: installed(tools, 'helm'), examples, output, folder },
    });
    const committed = join(examples, 'legacy');
    mkdirSync(committed, { recursive: true });
    for (const name of readdirSync(committed)) {
      if (name.endsWith('.tgz')) {
        rmSync(join(committed, name));
      }
    }
    cpSync(output, committed, { recursive: true });
  },
};
