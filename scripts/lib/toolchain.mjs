import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { TOOLCHAIN } from './paths.mjs';
import { runToEnd } from './child.mjs';
import { say, Stop } from './say.mjs';

const NODE_RANGE = '^24.15.0';
const YARN_VERSION = '4.18.1';

/** Does this Node run Backstage 1.55 and the Sigstore verifier? `22.22.2` and up in 22, `24.15` and up in 24. */
export function nodeFits(version) {
  const [major, minor, patch] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 2);
  return major === 24 && minor >= 15;
}

/** The npm package that carries the Node binary of a platform (the `node` package itself would run an install script). */
export function nodePackageFor(platform, arch) {
  const os = platform === 'win32' ? 'win' : platform;
  const prefix = os === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  const known = [
    'linux-x64',
    'linux-arm64',
    'darwin-x64',
    'darwin-arm64',
    'win-x64',
  ];
  if (!known.includes(`${os}-${arch}`)) {
    throw new Stop(
      `No ready-made Node 24 for ${platform} on ${arch}.`,
      'Install Node 24 (or 22.22+) yourself and run the command again with it on PATH.',
    );
  }
  return `${prefix}-${os}-${arch}`;
}

/**
 * Fetches one npm package into the toolchain folder, once.
 *
 * @returns the folder of the package
 */
async function fetchPackage(name, range, why) {
  const folder = join(TOOLCHAIN, name.replace('/', '+'));
  const installed = join(folder, 'node_modules', name);
  if (existsSync(join(installed, 'package.json'))) return installed;
  say(`• ${why}: fetching ${name}@${range} with npm`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--prefix',
    folder,
    `${name}@${range}`,
  ];
  const { code, output } = await runToEnd('npm', args, {
    cwd: folder,
    quiet: true,
  });
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Stop(
      `npm could not fetch ${name}@${range}: ${reasonIn(output)}.`,
      'Check the network and the registry npm is set up with (npm config get registry), or install Node 24 and Yarn 4 yourself.',
    );
  }
  return installed;
}

/** The telling line of npm's output. */
export function reasonIn(output) {
  const line = output.split('\n').find(text => /E[A-Z]{4,}|error/.test(text));
  return (line ?? 'no reason given').replace(/^npm (error|ERR!)\s*/, '').trim();
}

/** Path of a Node binary that fits: this very one, or one fetched into the checkout. */
async function findNode() {
  if (nodeFits(process.versions.node)) return process.execPath;
  const name = nodePackageFor(process.platform, process.arch);
  const folder = await fetchPackage(
    name,
    NODE_RANGE,
    `Node ${process.versions.node} is not one Backstage runs on`,
  );
  const { bin } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return join(folder, typeof bin === 'string' ? bin : bin.node);
}

/** Path of Yarn 4's single file: the one that runs us, or one fetched into the checkout. */
async function findYarn() {
  const running = process.env.npm_execpath ?? '';
  const agent = process.env.npm_config_user_agent ?? '';
  if (
    /^yarn\/4\./.test(agent) &&
    /\.c?js$/.test(running) &&
    existsSync(running)
  )
    return running;
  const folder = await fetchPackage(
    '@yarnpkg/cli-dist',
    YARN_VERSION,
    'Yarn 4 is needed',
  );
  return join(folder, 'bin', 'yarn.js');
}

/**
 * Finds or fetches Node and Yarn.
 *
 * @returns `{node, yarn, env}`: absolute paths, and the environment with that Node first on PATH
 */
export async function toolchain() {
  const node = await findNode();
  const yarn = await findYarn();
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  };
  // npm hands its own settings down; Yarn and the tools it starts must not read them.
  for (const key of Object.keys(env)) if (/^npm_/i.test(key)) delete env[key];
  return { node, yarn, env };
}

/** Resolves a file of an installed dependency, from the checkout's root. */
export function resolveFromRoot(request) {
  return createRequire(join(TOOLCHAIN, '..', 'package.json')).resolve(request);
}
