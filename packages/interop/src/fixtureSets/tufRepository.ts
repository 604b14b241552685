import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import { installTools } from '../tools/installTools.ts';
import { installed } from '../tools/toolbox.ts';
import type { FixtureSet } from './FixtureSet.ts';

const TRUSTED_ROOT = 'examples/trust/trusted_root.json';
const FIXTURES = 'plugins/chart-provenance-backend/src/trust/__fixtures__';
const TOOLS = ['tuf-repository'];

/**
 * A TUF repository by go-tuf, which shares no code with what the backend reads it with. Its keys are drawn anew, so it is made anew only
 * when its program changes.
 */
export const tufRepository: FixtureSet = {
  name: 'tuf',
  inputs: ['packages/interop/go/tuf-repository', TRUSTED_ROOT],
  tools: TOOLS,
  madeFrom: `${FIXTURES}/made-from.json`,
  async make(root, folder, say) {
    const tools = await installTools('full', say, TOOLS);
    const made = join(folder, 'go-tuf');
    await run(installed(tools, 'tuf-repository'), [
      made,
      join(root, TRUSTED_ROOT),
    ]);
    const committed = join(root, FIXTURES, 'go-tuf');
    rmSync(committed, { recursive: true, force: true });
    cpSync(made, committed, { recursive: true });
  },
};
