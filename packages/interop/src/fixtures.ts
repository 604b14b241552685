import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conformance } from './fixtureSets/conformance.ts';
import { cosign2 } from './fixtureSets/cosign2.ts';
import { exampleCompany } from './fixtureSets/exampleCompany.ts';
import type { FixtureSet } from './fixtureSets/FixtureSet.ts';
import { legacyRepository } from './fixtureSets/legacyRepository.ts';
import { notation } from './fixtureSets/notation.ts';
import { provenanceFiles } from './fixtureSets/provenanceFiles.ts';
import { tufRepository } from './fixtureSets/tufRepository.ts';
import { digestOfInputs } from './madeFrom.ts';
import { writeJson } from './makeFixtures.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SETS: FixtureSet[] = [
  exampleCompany,
  legacyRepository,
  cosign2,
  provenanceFiles,
  notation,
  conformance,
  tufRepository,
];
const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      force: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const sets = SETS.filter(({ name }) =>
    [undefined, name].includes(values.only),
  );
  if (sets.length === 0) {
    const names = SETS.map(({ name }) => name).join(', ');
    throw new Error(`--only takes one of ${names}, not ${values.only}`);
  }
  for (const set of sets) {
    await bringUpToDate(set, values.force);
  }
}

async function bringUpToDate(set: FixtureSet, force: boolean): Promise<void> {
  const inputs = digestOfInputs(ROOT, set);
  const record = join(ROOT, set.madeFrom);
  if (inputs === inputsIn(record) && !force) {
    say(`${set.name}: up to date; --force makes it again`);
    return;
  }
  say(`${set.name}: is made`);
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-'));
  try {
    await set.make(ROOT, folder, say);
    writeJson(record, { inputs });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inputsIn(record: string): string | undefined {
  try {
    return JSON.parse(readFileSync(record, 'utf8')).inputs;
  } catch {
    return undefined;
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
