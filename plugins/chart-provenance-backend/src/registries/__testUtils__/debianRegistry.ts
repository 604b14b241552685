import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = '/usr/bin/docker-registry';
const STARTS_WITHIN_MS = 20_000;

/** Undefined when Debian's `docker-registry` 2.8 is there, else why nothing can be shown. */
export const notRunnable = existsSync(PROGRAM)
  ? undefined
  : `${PROGRAM} is not installed: apt-get install docker-registry`;

if (notRunnable) {
  // Printed, so that nobody takes silence for proof.
  process.stderr.write(`Not shown with the real registry: ${notRunnable}\n`);
}

/** bcrypt of `loopback-only`. */
const HTPASSWD_LINE =
  'acme:$2a$04$2iQ8cNguF1y6rYTK/tr2uOFXgmH.cLSdowvCOKL8M4b0G40aU06gK';

/** The one user of a registry with a password file. */
export const USER = { username: 'acme', password: 'loopback-only' };

/** How the real registry is to ask for credentials; `files` are written beside its configuration. */
export interface RealAuth {
  files: Record<string, string>;
  auth: (folder: string) => object;
}

/** With a password file. */
export const HTPASSWD: RealAuth = {
  files: { htpasswd: `${HTPASSWD_LINE}\n` },
  auth: folder => ({
    htpasswd: { realm: 'docker-registry', path: join(folder, 'htpasswd') },
  }),
};

/** Starts the real registry on loopback. */
export async function debianRegistry(
  { files, auth }: RealAuth,
  extra: object = {},
): Promise<{ host: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-registry-'));
  const host = `127.0.0.1:${await freePort()}`;
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
  }
  const config = join(folder, 'config.json');
  await writeFile(
    config,
    JSON.stringify({
      version: '0.1',
      log: { level: 'error', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(folder, 'storage') } },
      http: { addr: host, secret: 'loopback-only' },
      auth: auth(folder),
      ...extra,
    }),
  );
  const child = spawn(PROGRAM, ['serve', config], { stdio: 'ignore' });
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()));
  const close = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const until = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(host))) {
    if (Date.now() > until || child.exitCode !== null) {
      await close();
      throw new Error('docker-registry did not start');
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return { host, close };
}

async function answers(host: string): Promise<boolean> {
  return fetch(`http://${host}/v2/`).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
