// Kills the backend (SIGKILL) at many moments of its first indexing run, then lets it finish: the index must come out as if
// nothing had happened. The moments run from the process's start to past its first finished walk.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDemo } from '../../scripts/lib/demo.mjs';
import {
  backendArguments,
  registryArguments,
} from '../../scripts/lib/demoServices.mjs';
import { askAsGuest } from '../../scripts/lib/guest.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { toolchain } from '../../scripts/lib/toolchain.mjs';

const port = Number(process.env.PORT ?? 7007);
const registryPort = Number(process.env.REGISTRY_PORT ?? 5050);
const legacyPort = Number(process.env.LEGACY_PORT ?? 5080);
const clusterPort = Number(process.env.CLUSTER_PORT ?? 6101);
/** Milliseconds after the plugin has read the catalog at which the backend is killed, one start after the other. */
const MOMENTS = [0, 60, 120, 200, 300, 450, 700];

const { node, env } = await toolchain();
const demo = prepareDemo({ port, registryPort, legacyPort, clusterPort });
const start = args =>
  spawn(node, args, {
    cwd: ROOT,
    env: { ...env, ...demo.env, NODE_ENV: 'development' },
  });
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** What must be there in the end: digest by digest, the worst of what its tags deserve. */
function expectedVerdicts() {
  const { records } = JSON.parse(
    readFileSync(join(ROOT, 'examples/expected.json'), 'utf8'),
  );
  const expected = new Map();
  for (const {
    repository,
    tag,
    digest,
    expected: { verdict },
  } of records) {
    if (tag === null) continue;
    const key = `${repository}@${digest}`;
    if (expected.get(key) !== 'rejected') expected.set(key, verdict);
  }
  return expected;
}

async function storedVerdicts() {
  const found = new Map();
  const components = [
    'payments',
    'ledger',
    'storefront',
    'search',
    'notifications',
    'inventory',
    'checkout',
    'edge',
    'loyalty',
  ];
  for (const component of components) {
    const entity = `/entities/component/default/${component}`;
    const { charts } = (await askAsGuest(demo.base, entity)) ?? { charts: [] };
    for (const { chartId, repository, state } of charts) {
      if (state !== 'indexed') continue;
      const page = await askAsGuest(
        demo.base,
        `${entity}/charts/${chartId}/versions?limit=200`,
      );
      for (const row of page?.items ?? []) {
        if (row.tags.length)
          found.set(`${repository}@${row.digest}`, row.verdict.status);
      }
    }
  }
  return found;
}

/** Starts the backend; `said(pattern)` resolves when it has printed that. */
function startBackend() {
  const child = start(backendArguments(demo.config));
  let output = '';
  const listeners = new Set();
  const take = chunk => {
    output += chunk;
    listeners.forEach(listen => listen());
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const closed = new Promise(resolve => child.on('close', resolve));
  const said = pattern =>
    Promise.race([
      new Promise(resolve => {
        const listen = () => pattern.test(output) && resolve();
        listeners.add(listen);
        listen();
      }),
      closed.then(() =>
        Promise.reject(
          new Error(`the backend ended by itself:\n${output.slice(-2000)}`),
        ),
      ),
    ]);
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return { said, kill };
}

/** The catalog's own database is filled first, and the plugin's begins anew: it is the plugin that is killed at work. */
async function fillCatalog() {
  const backend = startBackend();
  await backend.said(/Plugin initialization complete/);
  const last = '/entities/by-name/component/default/handbook';
  while (!(await askAsGuest(demo.base, last, 'catalog').catch(() => undefined)))
    await pause(200);
  await pause(1000);
  await backend.kill();
  const folder = demo.env.CHART_PROVENANCE_DATA;
  for (const file of readdirSync(folder)) {
    if (file.startsWith('chart-provenance')) rmSync(join(folder, file));
  }
}

/** Starts the backend and kills it a moment after the plugin has begun its work. */
async function startAndKill(moment) {
  const backend = startBackend();
  await backend.said(/Read the catalog/);
  await pause(moment);
  await backend.kill();
}

const registry = start(registryArguments(registryPort));
let backend;
let passed = 0;
try {
  await fillCatalog();
  for (const moment of MOMENTS) await startAndKill(moment);
  backend = startBackend();
  const expected = expectedVerdicts();
  const until = Date.now() + 60_000;
  for (;;) {
    const found = await storedVerdicts().catch(() => new Map());
    try {
      assert.deepEqual(
        new Map([...found].sort()),
        new Map([...expected].sort()),
      );
      break;
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(500);
    }
  }
  console.log(
    `✔ killed ${MOMENTS.length} times, and all ${expected.size} verdicts are there`,
  );
  passed = 1;
} catch (error) {
  console.log(`✖ ${error.message}`);
} finally {
  await backend?.kill();
  registry.kill('SIGKILL');
}
console.log(`${passed} passed, ${1 - passed} failed`);
process.exitCode = passed ? 0 : 1;
