import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFixtures } from '../makeFixtures.ts';
import { installTools } from '../tools/installTools.ts';
import { pinnedTools } from '../tools/pins.ts';
import type { FixtureSet } from './FixtureSet.ts';

const SOURCES = [
  ...['charts', 'company', 'evidence', 'layout', 'pki', 'process', 'registry'],
  ...['services', 'tools', 'trust', 'verify', 'makeFixtures.ts'],
].map(name => `packages/interop/src/${name}`);

const TOOLS = pinnedTools('fixtures').map(({ name }) => name);

/** The charts, signatures and trust files under `examples/`. */
export const exampleCompany: FixtureSet = {
  name: 'examples',
  inputs: [
    ...['examples/charts', ...SOURCES, 'packages/interop/fulcio.yaml'],
    ...['packages/interop/go/overlay', 'packages/interop/go/pgp-key'],
  ],
  tools: TOOLS,
  madeFrom: 'examples/registry/made-from.json',
  async make(root, folder, say) {
    const tools = await installTools('fixtures', say);
    const examples = join(root, 'examples');
    const output = join(folder, 'examples');
    mkdirSync(join(folder, 'charts'));
    await makeFixtures({
      ...{ tools, output, folder, say },
      charts: join(examples, 'charts'),
    });
    for (const made of ['registry/acme', 'trust/keys']) {
      rmSync(join(examples, made), { recursive: true, force: true });
    }
    cpSync(output, examples, { recursive: true });
  },
};
