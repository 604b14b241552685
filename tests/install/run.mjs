// Packs the published packages, installs them into a stock app of each frontend system by the README's own code blocks,
// starts it, and opens the page in a browser.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { Services } from '../../scripts/lib/services.mjs';
import { toolchain } from '../../scripts/lib/toolchain.mjs';
import { openPage } from './lib/openPage.mjs';
import { packAll } from './lib/pack.mjs';
import { run } from './lib/run.mjs';
import { createStockApp, followReadme } from './lib/stockApp.mjs';

const CREATE_APP = '0.9.2';
const work =
  process.env.CHART_PROVENANCE_INSTALL_TEST ??
  join(tmpdir(), 'chart-provenance-install');
const systems = process.argv.slice(2).length
  ? process.argv.slice(2)
  : ['new', 'legacy'];

async function fetchCreateApp() {
  const folder = join(work, 'create-app');
  const bin = join(
    folder,
    'node_modules',
    '@backstage',
    'create-app',
    'bin',
    'backstage-create-app',
  );
  if (!existsSync(bin)) {
    mkdirSync(folder, { recursive: true });
    await run(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--prefix',
        folder,
        `@backstage/create-app@${CREATE_APP}`,
      ],
      {
        cwd: folder,
        env: process.env,
      },
    );
  }
  return bin;
}

/** Starts the stock app as its README says and opens the tab of an example component. */
async function startAndLook({ app, tools, system }) {
  const services = new Services();
  let tail = [];
  let verifies = '';
  const ended = new Promise((_, reject) => {
    services.start('stock app', tools.node, [tools.yarn, 'start'], {
      env: { ...app.env, GITHUB_TOKEN: 'none', INIT_CWD: app.folder },
      cwd: app.folder,
      onLine: line => {
        verifies ||= /Signatures are verified in [a-z ]+/.exec(line)?.[0] ?? '';
        if (!line.includes('incomingRequest'))
          tail = [...tail.slice(-25), line.slice(0, 400)];
      },
      onExit: code =>
        reject(new Error(`the stock app ended by itself (${code})`)),
    });
  });
  try {
    await Promise.race([openPage({ system }), ended]);
    if (verifies !== 'Signatures are verified in threads')
      throw new Error(`not in threads, but: ${verifies || 'nobody says who'}`);
  } catch (error) {
    process.stderr.write(`${tail.join('\n')}\n`);
    throw error;
  } finally {
    await services.stop();
  }
}

const tools = await toolchain();
mkdirSync(work, { recursive: true });
const createApp = await fetchCreateApp();
console.log('• Packing');
const tarballs = await packAll({
  root: ROOT,
  tools,
  into: join(work, 'tarballs'),
});
const { resolutions } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
let passed = 0;
let failed = 0;
for (const system of systems) {
  try {
    console.log(
      `• A stock app of the ${system} frontend system: creating, installing`,
    );
    const app = await createStockApp({ tools, work, system, createApp });
    await followReadme({
      app,
      tools,
      readme: join(ROOT, 'README.md'),
      system,
      tarballs,
      resolutions,
    });
    console.log('  checking types, starting');
    await run(tools.node, [tools.yarn, 'tsc'], {
      cwd: app.folder,
      env: app.env,
    });
    await startAndLook({ app, tools, system });
    console.log(`  ✔ the page opens in the ${system} frontend system`);
    passed += 1;
  } catch (error) {
    console.error(`  ✖ ${system}: ${error.stack}`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
