import { join } from 'node:path';
import { makeNotationFixtures } from '../notation/makeNotationFixtures.ts';
import { installTools } from '../tools/installTools.ts';
import type { FixtureSet } from './FixtureSet.ts';

const OUTPUT =
  'plugins/chart-provenance-backend/src/verification/notation/__fixtures__';

const TOOLS = ['notation', 'timestamp-server'];

/**
 * Signatures of Notation of every kind, good and bad, with what Notation says of each. Keys are drawn anew, so it is made anew only
 * when its own script or the tools change.
 */
export const notation: FixtureSet = {
  name: 'notation',
  inputs: ['packages/interop/src/notation'],
  tools: TOOLS,
  madeFrom: `${OUTPUT}/made-from.json`,
  async make(root, folder, say) {
    const tools = await installTools('full', say, TOOLS);
    await makeNotationFixtures({
      ...{ tools, folder, say },
      output: join(root, OUTPUT),
    });
  },
};
