// `npm test` and `yarn test`: every test that needs nothing from outside. Arguments go to jest.
import { spawn } from 'node:child_process';
import { ROOT } from './lib/paths.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { resolveFromRoot, toolchain } from './lib/toolchain.mjs';
import { runScript, say } from './lib/say.mjs';

/** Runs one stage; its failure is remembered, the next stages still run. */
function stage(title, node, args, env) {
  say(`\n• ${title}`);
  const child = spawn(node, args, { cwd: ROOT, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

await runScript(async () => {
  const { node, yarn, env } = await toolchain();
  await installDependencies({ node, yarn, env });
  const testEnv = { ...env, CI: 'true', TZ: 'UTC' };
  if (!testEnv.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING) {
    say(
      '• PostgreSQL tests are skipped: BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING is not set (SQLite runs)',
    );
  }
  const cli = resolveFromRoot('@backstage/cli/package.json').replace(
    /package\.json$/,
    'bin/backstage-cli',
  );
  const jest = await stage(
    'Tests of the packages',
    node,
    [cli, 'repo', 'test', '--maxWorkers=2', ...process.argv.slice(2)],
    testEnv,
  );
  const scripts = await stage(
    'Tests of the scripts',
    node,
    [
      '--test',
      ...['scripts/**/*.test.mjs', 'tests/**/*.test.mjs'],
      'packages/interop/src/**/*.test.ts',
    ],
    testEnv,
  );
  process.exitCode = jest || scripts;
});
