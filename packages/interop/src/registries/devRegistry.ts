import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { startDaemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import type { Credentials, RegistryKind, RunningRegistry } from './registry.ts';

const SERVE = fileURLToPath(
  new URL('../../../dev-registry/src/serve.ts', import.meta.url),
);
const EXAMPLES = fileURLToPath(
  new URL('../../../../examples/registry', import.meta.url),
);
const PUSHER: Credentials = { username: 'acme', password: 'loopback-only' };

/** The registry of this repository, empty and in memory. */
export const devRegistry = kind('dev-registry', { referrers: true });

/** The same without the referrers API. */
export const devRegistryWithoutReferrers = kind(
  'dev-registry, no referrers API',
  { referrers: false },
);

/** The same behind the token flow. */
export const devRegistryWithTokens = kind('dev-registry, tokens', {
  referrers: true,
  credentials: PUSHER,
});

/** The example company's charts, as `npm start` serves them; nothing that is pushed is kept. @throws with its own words when it does not start. */
export async function startExampleRegistry(): Promise<RunningRegistry> {
  const port = await freePort();
  const host = `localhost:${port}`;
  const { stop } = await startDaemon(
    process.execPath,
    [
      ...['--require', transform(), SERVE, '--root', EXAMPLES],
      ...['--port', String(port)],
    ],
    {
      env: { PATH: process.env.PATH },
      ready: `http://${host}/v2/`,
    },
  );
  return { name: 'the example company', host, referrers: true, stop };
}

function kind(
  name: string,
  options: { referrers: boolean; credentials?: Credentials },
): RegistryKind {
  const { referrers, credentials } = options;
  return {
    name,
    referrers,
    notRunnable: () => undefined,
    async start() {
      const port = await freePort();
      const host = `127.0.0.1:${port}`;
      const { stop } = await startDaemon(
        process.execPath,
        [
          ...['--require', transform(), SERVE],
          ...['--empty', '--port', String(port)],
          ...(referrers ? [] : ['--no-referrers-api']),
          ...(credentials ? ['--auth', 'token'] : []),
        ],
        {
          env: {
            PATH: process.env.PATH,
            REGISTRY_USER: credentials?.username,
            REGISTRY_PASSWORD: credentials?.password,
          },
          ready: `http://${host}/v2/`,
        },
      );
      return { name, host, referrers, credentials, stop };
    },
  };
}

/** What the registry's TypeScript is loaded with; the workspace's root has it. */
function transform(): string {
  const root = new URL('../../../../package.json', import.meta.url);
  return createRequire(root).resolve('@backstage/cli/config/nodeTransform.cjs');
}
