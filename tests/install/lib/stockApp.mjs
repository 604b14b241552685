import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { applyStep, fileOf, readmeBlocks } from './readmeBlocks.mjs';
import { run } from './run.mjs';

/** What create-app itself looks for on PATH: a `yarn`. */
function environmentWithYarn({ node, yarn, env }, folder) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, 'yarn'),
    `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`,
  );
  chmodSync(join(bin, 'yarn'), 0o755);
  return {
    ...env,
    PATH: `${bin}${delimiter}${dirname(node)}${delimiter}${env.PATH}`,
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_ENABLE_TELEMETRY: 'false',
    // The stock app's optional native parts are compiled by install scripts; neither the catalog nor our pages need them.
    YARN_ENABLE_SCRIPTS: 'false',
  };
}

/** Makes a stock app of one kind, `new` or `legacy`. */
export async function createStockApp({ tools, work, system, createApp }) {
  const folder = join(work, system);
  rmSync(folder, { recursive: true, force: true });
  const env = {
    ...environmentWithYarn(tools, work),
    BACKSTAGE_APP_NAME: `stock-${system}`,
  };
  const flags = system === 'legacy' ? ['--legacy'] : [];
  await run(
    tools.node,
    [createApp, ...flags, '--skip-install', '--path', folder],
    { cwd: work, env },
  );
  return { folder, env };
}

/**
 * Installs the tarballs where the README says `yarn add`, and applies its other blocks as they stand.
 *
 * @param resolutions what a fresh resolve of the stock app needs besides, so that it installs at all
 */
export async function followReadme({
  app,
  tools,
  readme,
  system,
  tarballs,
  resolutions,
}) {
  const root = join(app.folder, 'package.json');
  const manifest = JSON.parse(readFileSync(root, 'utf8'));
  const local = Object.fromEntries(
    Object.entries(tarballs).map(([name, path]) => [name, `file:${path}`]),
  );
  manifest.resolutions = { ...manifest.resolutions, ...resolutions, ...local };
  writeFileSync(root, JSON.stringify(manifest, null, 2));
  for (const { system: only, step, code } of readmeBlocks(readme)) {
    if (only !== 'both' && only !== system) continue;
    if (step === 'run') addDependencies(app.folder, code, local);
    else {
      const file = join(app.folder, fileOf(step));
      writeFileSync(
        file,
        applyStep(step, code, readFileSync(file, 'utf8'), fileOf(step)),
      );
    }
  }
  await run(tools.node, [tools.yarn, 'install'], {
    cwd: app.folder,
    env: app.env,
  });
}

/** `yarn --cwd packages/x add NAME…` of a README block, with the tarballs in place of the names. */
function addDependencies(folder, code, local) {
  for (const line of code.split('\n')) {
    const [, where, names] = /^yarn --cwd (\S+) add (.+)$/.exec(line) ?? [];
    if (!where)
      throw new Error(`README: not a "yarn --cwd … add …" line: ${line}`);
    const path = join(folder, where, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    for (const name of names.split(/\s+/)) {
      if (!local[name])
        throw new Error(`README: ${name} is not one of our packages`);
      manifest.dependencies[name] = local[name];
    }
    writeFileSync(path, JSON.stringify(manifest, null, 2));
  }
}
