import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeLegacyFixtures } from '../fixtures-legacy/makeLegacyFixtures.ts';
import { writeJson } from '../makeFixtures.ts';
import { TRILLIAN_TOOLS } from '../services/trillian.ts';
import { installTools } from '../tools/installTools.ts';
import type { FixtureSet } from './FixtureSet.ts';

const OUTPUT = 'plugins/chart-provenance-backend/src/__fixtures__/cosign2.json';
const TOOLS = [
  ...['helm', 'cosign', 'cosign2', 'fulcio', 'timestamp-server'],
  ...['rekor-server', 'rekor1-server', ...TRILLIAN_TOOLS],
];

/**
 * What the backend's unit tests read of cosign 2. Its RSA keys, log ids and times are new each time it is made, so it is made
 * anew only when its own script or the tools change.
 */
export const cosign2: FixtureSet = {
  name: 'cosign2',
  inputs: ['packages/interop/src/fixtures-legacy'],
  tools: TOOLS,
  madeFrom:
    'plugins/chart-provenance-backend/src/__fixtures__/cosign2.made-from.json',
  async make(root, folder, say) {
    const tools = await installTools('full', say, TOOLS);
    const fixtures = await makeLegacyFixtures(tools, folder);
    const output = join(root, OUTPUT);
    mkdirSync(dirname(output), { recursive: true });
    writeJson(output, fixtures);
  },
};
