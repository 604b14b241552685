// Runs a command with the toolchain and the dependencies of this checkout: `node scripts/run.mjs node some/script.mjs`,
// `node scripts/run.mjs yarn tsc`.
import { spawn } from 'node:child_process';
import { ROOT } from './lib/paths.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { toolchain } from './lib/toolchain.mjs';
import { runScript, Stop } from './lib/say.mjs';

await runScript(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command !== 'node' && command !== 'yarn') {
    throw new Stop('Usage: node scripts/run.mjs (node|yarn) ARGUMENTS…');
  }
  const tools = await toolchain();
  await installDependencies(tools);
  const argv = command === 'yarn' ? [tools.yarn, ...args] : args;
  const child = spawn(tools.node, argv, {
    cwd: ROOT,
    env: tools.env,
    stdio: 'inherit',
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit, signal) => resolve(exit ?? (signal ? 1 : 0)));
  });
  process.exitCode = code;
});
