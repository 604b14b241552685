import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TOOLCHAIN } from './paths.mjs';
import { runToEnd } from './child.mjs';
import { resolveFromRoot } from './toolchain.mjs';
import { say, Stop } from './say.mjs';

const APP = join(ROOT, 'packages', 'app');
const STAMP = join(TOOLCHAIN, 'app-bundle');
/** Everything the browser gets is made of these. */
const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/oras/src/reference',
  'plugins/chart-provenance/src',
  'plugins/chart-provenance-common/src',
];

function* filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

function hashOfSources() {
  const hash = createHash('sha256').update(
    readFileSync(join(ROOT, 'yarn.lock')),
  );
  for (const source of SOURCES) {
    for (const file of filesBelow(join(ROOT, source)))
      hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Builds the app's bundle when its sources have changed; the backend then serves it, so that a start needs no bundler.
 */
export async function buildApp({ node, env }) {
  const wanted = hashOfSources();
  const done = existsSync(STAMP) && existsSync(join(APP, 'dist', 'index.html'));
  if (done && readFileSync(STAMP, 'utf8') === wanted) return;
  say('• Building the app (about a minute; only when its sources changed)');
  const cli = resolveFromRoot('@backstage/cli/package.json').replace(
    /package\.json$/,
    'bin/backstage-cli',
  );
  const { code, output } = await runToEnd(node, [cli, 'package', 'build'], {
    cwd: APP,
    env,
    quiet: true,
  });
  if (code !== 0)
    throw new Stop(`The app does not build:\n${output.slice(-4000)}`);
  writeFileSync(STAMP, wanted);
}
