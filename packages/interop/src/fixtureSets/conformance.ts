import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeCases } from '../conformanceCases/makeCases.ts';
import { TRILLIAN_TOOLS } from '../services/trillian.ts';
import { installTools } from '../tools/installTools.ts';
import type { FixtureSet } from './FixtureSet.ts';

const OUTPUT = 'tests/conformance/cases';
const TOOLS = [
  ...['cosign', 'fulcio', 'timestamp-server', 'rekor-server'],
  ...['rekor1-server', ...TRILLIAN_TOOLS],
];

/**
 * Our own cases for `yarn conformance`, in the layout of the public suite. Keys, logs and times are new each time, so they are made
 * anew only when their own script or the tools change.
 */
export const conformance: FixtureSet = {
  name: 'conformance',
  inputs: ['packages/interop/src/conformanceCases'],
  tools: TOOLS,
  madeFrom: 'tests/conformance/made-from.json',
  async make(root, folder, say) {
    const tools = await installTools('full', say, TOOLS);
    const made = join(folder, 'cases');
    await makeCases(tools, folder, made);
    const committed = join(root, OUTPUT);
    rmSync(committed, { recursive: true, force: true });
    cpSync(made, committed, { recursive: true });
  },
};
