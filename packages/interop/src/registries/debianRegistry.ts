import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { toolVariable } from '../tools/pins.ts';
import type { Credentials, RegistryKind } from './registry.ts';

/** The only user of the registry with a password, which is bcrypt's hash below. */
const READER: Credentials = { username: 'acme', password: 'loopback-only' };
const HTPASSWD_LINE =
  'acme:$2a$04$2iQ8cNguF1y6rYTK/tr2uOFXgmH.cLSdowvCOKL8M4b0G40aU06gK';

const PLACES = ['/usr/bin/docker-registry', '/usr/local/bin/docker-registry'];

/** `docker-registry` 2.8 of Debian: distribution v2, from before the referrers API. */
export const debianRegistry = kind('docker-registry 2.8', undefined);

/** The same with a password file. */
export const debianRegistryWithPassword = kind(
  'docker-registry 2.8, htpasswd',
  READER,
);

function kind(
  name: string,
  credentials: Credentials | undefined,
): RegistryKind {
  return {
    name,
    referrers: false,
    notRunnable: () =>
      program() === undefined
        ? "Debian's docker-registry is not installed: apt-get install docker-registry"
        : undefined,
    async start(_, parent) {
      const folder = mkdtempSync(join(parent, 'docker-registry-'));
      const port = await freePort();
      const host = `127.0.0.1:${port}`;
      const config = join(folder, 'config.json');
      writeFileSync(
        config,
        JSON.stringify(configuration(folder, host, credentials)),
      );
      const { stop } = await startDaemon(
        program() ?? 'docker-registry',
        ['serve', config],
        { env: { PATH: process.env.PATH }, ready: `http://${host}/v2/` },
      );
      return { name, host, referrers: false, credentials, stop };
    },
  };
}

function program(): string | undefined {
  const given = process.env[toolVariable('docker-registry')];
  return given ?? PLACES.find(existsSync);
}

/** JSON is YAML too. */
function configuration(
  folder: string,
  addr: string,
  credentials: Credentials | undefined,
): object {
  const path = join(folder, 'htpasswd');
  if (credentials) {
    writeFileSync(path, `${HTPASSWD_LINE}\n`, { mode: 0o600 });
  }
  return {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: join(folder, 'storage') },
      delete: { enabled: true },
    },
    http: { addr, secret: 'loopback-only' },
    ...(credentials
      ? { auth: { htpasswd: { realm: 'docker-registry', path } } }
      : {}),
  };
}
