import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';

/**
 * Runs `npm start`'s script as a person would, and waits until it says that it is ready.
 *
 * @returns `{base, readyAfterMs, stop}`; `stop()` sends what Ctrl-C sends and resolves with `{code, survivors}`:
 * the exit code, and the processes of the demo that still ran afterwards
 */
export async function startDemo({
  port,
  registryPort,
  legacyPort,
  clusterPort,
  folder,
}) {
  const began = Date.now();
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      REGISTRY_PORT: String(registryPort),
      LEGACY_PORT: String(legacyPort),
      CLUSTER_PORT: String(clusterPort),
      CHART_PROVENANCE_DEMO: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise(resolve => {
    child.on('close', code => resolve(code));
  });
  const base = await new Promise((resolve, reject) => {
    const take = chunk => {
      output += chunk;
      const [, address] = /Ready after \d+ s: (\S+)/.exec(output) ?? [];
      if (address) resolve(address);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    ended.then(code =>
      reject(new Error(`npm start ended (${code}):\n${output}`)),
    );
  });
  return {
    base,
    readyAfterMs: Date.now() - began,
    stop: async () => {
      child.kill('SIGINT');
      const code = await ended;
      const answers = await Promise.all(
        [
          base,
          `http://localhost:${registryPort}/v2/`,
          `http://localhost:${legacyPort}/index.yaml`,
          `http://localhost:${clusterPort}/apis/argoproj.io`,
        ].map(address =>
          fetch(address).then(
            () => address,
            () => undefined,
          ),
        ),
      );
      return { code, survivors: answers.filter(Boolean) };
    },
  };
}
