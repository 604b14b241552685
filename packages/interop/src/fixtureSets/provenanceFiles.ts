import { installTools } from '../tools/installTools.ts';
import { makeProvenanceFixtures } from '../provenance/makeProvenanceFixtures.ts';
import { join } from 'node:path';
import type { FixtureSet } from './FixtureSet.ts';

const OUTPUT =
  'plugins/chart-provenance-backend/src/verification/provenanceFile/__fixtures__';

const TOOLS = ['helm', 'helm3'];

/**
 * Helm's provenance files of every kind, good and bad, with what two versions of Helm say of each. GnuPG draws its own random
 * bytes, so it is made anew only when its own script or the tools change.
 */
export const provenanceFiles: FixtureSet = {
  name: 'provenance-files',
  inputs: ['packages/interop/src/provenance'],
  tools: TOOLS,
  madeFrom: `${OUTPUT}/made-from.json`,
  async make(root, folder, say) {
    const tools = await installTools('full', say, TOOLS);
    await makeProvenanceFixtures({
      ...{ tools, folder, say },
      output: join(root, OUTPUT),
    });
  },
};
