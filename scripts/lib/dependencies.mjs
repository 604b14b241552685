import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TOOLCHAIN } from './paths.mjs';
import { runToEnd } from './child.mjs';
import { say, Stop } from './say.mjs';

const STAMP = join(TOOLCHAIN, 'installed');

/** Installs what yarn.lock says, when that is not what is installed. */
export async function installDependencies({ node, yarn, env }) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'yarn.lock')))
    .update(readFileSync(join(ROOT, 'package.json')))
    .digest('hex');
  const done =
    existsSync(STAMP) &&
    existsSync(join(ROOT, 'node_modules', '.yarn-state.yml'));
  if (done && readFileSync(STAMP, 'utf8') === wanted) return;
  say('• Installing dependencies (about two minutes the first time)');
  const { code, output } = await runToEnd(
    node,
    [yarn, 'install', '--immutable'],
    { cwd: ROOT, env, quiet: true },
  );
  if (code !== 0) {
    const errors = output
      .split('\n')
      .filter(line => /YN00(?!00|04|13|60|86)\d\d/.test(line));
    throw new Stop(
      `Installing dependencies failed:\n${
        errors.slice(0, 8).join('\n') || output.slice(-1500)
      }\n`,
      'Check the network and the registry Yarn is set up with (npmRegistryServer), then run the command again.',
    );
  }
  mkdirSync(TOOLCHAIN, { recursive: true });
  writeFileSync(STAMP, wanted);
}
