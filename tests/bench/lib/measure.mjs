import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { resolveFromRoot } from '../../../scripts/lib/toolchain.mjs';

const PATIENCE_MS = 240_000;

/**
 * Runs one measurement as a process of its own.
 *
 * @returns the lines it printed, parsed
 */
export function measure({ node, env }, name, options) {
  const args = [
    ...[
      '--require',
      resolveFromRoot('@backstage/cli/config/nodeTransform.cjs'),
    ],
    '--expose-gc',
    join(ROOT, 'tests/bench/measure', `${name}.cjs`),
    JSON.stringify(options),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd: ROOT,
      env: { ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: PATIENCE_MS,
    });
    let printed = '';
    child.stdout.on('data', chunk => {
      printed += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(
          printed
            .trim()
            .split('\n')
            .map(line => JSON.parse(line)),
        );
      } else {
        reject(new Error(`${name} failed (${code ?? signal})`));
      }
    });
  });
}
