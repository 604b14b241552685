import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOfFiles } from './madeFrom.ts';
import { makeFixtures, writeJson } from './makeFixtures.ts';
import { installTools } from './tools/installTools.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const EXAMPLES = join(ROOT, 'examples');
const MADE_FROM = join(EXAMPLES, 'registry', 'made-from.json');
const INPUTS = [
  'examples/charts',
  'packages/interop/src',
  'packages/interop/fulcio.yaml',
  'packages/interop/tools.json',
];

async function main(): Promise<void> {
  const inputs = digestOfFiles(ROOT, INPUTS);
  if (inputs === madeFrom() && !process.argv.includes('--force')) {
    console.log('The fixtures are up to date; --force makes them again.');
    return;
  }
  const tools = await installTools(line => console.log(line));
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-'));
  try {
    const output = join(folder, 'examples');
    mkdirSync(join(folder, 'charts'));
    await makeFixtures({
      tools,
      charts: join(EXAMPLES, 'charts'),
      output,
      folder,
      say: line => console.log(line),
    });
    for (const made of ['registry/acme', 'trust/keys']) {
      rmSync(join(EXAMPLES, made), { recursive: true, force: true });
    }
    cpSync(output, EXAMPLES, { recursive: true });
    writeJson(MADE_FROM, { inputs });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function madeFrom(): string | undefined {
  try {
    return JSON.parse(readFileSync(MADE_FROM, 'utf8')).inputs;
  } catch {
    return undefined;
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
