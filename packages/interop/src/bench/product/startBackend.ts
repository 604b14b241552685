import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDaemon, type Daemon } from '../../process/daemon.ts';
import { freePort } from '../../process/freePort.ts';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const START_LIMIT_MS = 180_000;

export interface RunningBackend extends Daemon {
  /** `http://localhost:port` */
  base: string;
}

/**
 * Starts the workspace's backend on a side port, with a database of its own.
 *
 * @param config - what an operator would write, beside the workspace's own file.
 * @param environment - variables besides those that it needs.
 * @throws with its last lines when it does not start.
 */
export async function startBackend(
  folder: string,
  config: object,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningBackend> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const file = join(folder, 'app-config.bench.yaml');
  writeFileSync(file, JSON.stringify(config, undefined, 2));
  const database = join(folder, 'database');
  mkdirSync(database, { recursive: true });
  const daemon = await startDaemon(
    process.execPath,
    [
      ...[
        '--require',
        transform(),
        join(ROOT, 'packages/backend/src/index.ts'),
      ],
      ...['--config', join(ROOT, 'app-config.yaml'), '--config', file],
    ],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TZ: 'UTC',
        NODE_ENV: 'development',
        CHART_PROVENANCE_BASE_URL: base,
        CHART_PROVENANCE_PORT: String(port),
        CHART_PROVENANCE_DATA: database,
        ...environment,
      },
      ready: `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
      startLimitMs: START_LIMIT_MS,
    },
  );
  return { base, stop: () => daemon.stop() };
}

/** What the backend's TypeScript is loaded with. */
function transform(): string {
  return createRequire(join(ROOT, 'package.json')).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  );
}
