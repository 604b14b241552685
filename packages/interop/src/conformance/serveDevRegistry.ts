import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { startDaemon, type Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';

const SERVE = fileURLToPath(
  new URL('../../../dev-registry/src/serve.ts', import.meta.url),
);
const ROOT_PACKAGE = new URL('../../../../package.json', import.meta.url);

/** Whom the registry lets in when it asks for anybody. */
export const USER = { username: 'acme', password: 'loopback-only' };

/** A registry of this repository on loopback, over plain HTTP. */
export interface ServedRegistry extends Daemon {
  /** `127.0.0.1:port`, as it stands in a reference. */
  host: string;
}

/**
 * Starts packages/dev-registry in a process of its own.
 *
 * @param flags - of its `serve.ts`, all but the port.
 * @throws with the registry's own words when it does not start.
 */
export async function serveDevRegistry(
  flags: readonly string[],
): Promise<ServedRegistry> {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const transform = createRequire(ROOT_PACKAGE).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  );
  const { stop } = await startDaemon(
    process.execPath,
    ['--require', transform, SERVE, '--port', String(port), ...flags],
    {
      env: {
        PATH: process.env.PATH,
        REGISTRY_USER: USER.username,
        REGISTRY_PASSWORD: USER.password,
      },
      ready: `http://${host}/v2/`,
    },
  );
  return { host, stop };
}
