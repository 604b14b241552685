// Removes each verification step in turn from a copy of the sources and demands that a test notices: `yarn mutations`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { runScript, say, Stop } from '../../scripts/lib/say.mjs';
import { Outcomes } from './lib/outcomes.mjs';
import { tableOf } from './lib/table.mjs';
import { tryAll } from './lib/tryAll.mjs';
import { MUTATIONS } from './mutations/index.mjs';

const DOC = join(ROOT, 'docs/mutations.md');
const OUTCOMES = join(ROOT, 'tests/mutations/outcomes.json');
const BEGIN = '<!-- begin: written by `yarn mutations` -->';
const END = '<!-- end -->';

function chosen({ core }, ids) {
  const unknown = ids.filter(id => !MUTATIONS.some(each => each.id === id));
  if (unknown.length > 0) {
    throw new Stop(`No mutation is called ${unknown.join(', ')}.`);
  }
  return MUTATIONS.filter(
    each => (!core || each.core) && (ids.length === 0 || ids.includes(each.id)),
  );
}

/** Is the table in docs that of this list, with every step caught? Runs nothing. */
function check(outcomes) {
  const text = readFileSync(DOC, 'utf8');
  const table = text.slice(text.indexOf(BEGIN), text.indexOf(END));
  const open = MUTATIONS.filter(each => outcomes.of(each) !== 'caught');
  if (open.length > 0) {
    throw new Stop(
      `Not caught, or not tried since they were changed: ${idsOf(open)}.`,
      `Run \`yarn mutations --write ${idsOf(
        open,
      )}\` and commit what it writes.`,
    );
  }
  if (!squeeze(table).includes(squeeze(tableFor(outcomes)))) {
    throw new Stop(
      'docs/mutations.md is not the table of this list.',
      'Run `yarn mutations --write` with any id and commit what it writes.',
    );
  }
  say(`docs/mutations.md is the table of this list: ${MUTATIONS.length} steps`);
}

function idsOf(mutations) {
  return mutations.map(({ id }) => id).join(' ');
}

/** The formatter pads cells. */
function squeeze(text) {
  return text.replace(/-{3,}/g, '---').replace(/[ \t]+/g, ' ');
}

function tableFor(outcomes) {
  return tableOf(MUTATIONS, mutation => outcomes.of(mutation));
}

async function writeTable(outcomes) {
  outcomes.write(MUTATIONS);
  const text = readFileSync(DOC, 'utf8');
  const [before] = text.split(BEGIN);
  const [, after] = text.split(END);
  const written = `${before}${BEGIN}\n\n${tableFor(outcomes)}\n${END}${after}`;
  const options = await prettier.resolveConfig(DOC);
  writeFileSync(DOC, prettier.format(written, { ...options, filepath: DOC }));
  say(`docs/mutations.md: written`);
}

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      core: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      workers: { type: 'string', default: '2' },
    },
    allowPositionals: true,
  });
  const known = new Outcomes(OUTCOMES);
  if (values.check) {
    check(known);
    return;
  }
  const mutations = chosen(values, positionals);
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-mutations-'));
  try {
    const workers = Math.max(1, Math.min(8, Number(values.workers) || 1));
    const outcomes = await tryAll(mutations, { folder, workers, say });
    for (const mutation of mutations) {
      known.set(mutation, outcomes.get(mutation.id));
    }
    if (values.write) {
      await writeTable(known);
    }
    const caught = [...outcomes.values()].filter(is => is === 'caught').length;
    const missed = mutations.length - caught;
    say(
      `${mutations.length} of ${MUTATIONS.length} steps removed: ${caught} caught, ${missed} not`,
    );
    say(`${Math.round((Date.now() - began) / 1000)} s`);
    process.exitCode = missed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runScript(main);
