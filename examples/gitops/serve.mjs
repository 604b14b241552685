// Serves a folder as a Git repository on loopback, as far as Backstage's URL reader asks a Gitea: the newest commit and the archive of a
// branch. `node examples/gitops/serve.mjs --port 3080`; then http://localhost:3080/acme/gitops/src/branch/main is the folder.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const COMMIT = /^\/api\/v1\/repos\/acme\/gitops\/git\/commits\/main$/;
const ARCHIVE = /^\/api\/v1\/repos\/acme\/gitops\/archive\/main\.tar\.gz$/;

/**
 * @param {{ root?: string, port?: number, log?: (line: string) => void }} options a free port and this folder unless told; changes in the folder are
 *   seen with the next request
 * @returns `{ url, close() }`; `close` ends open connections too
 */
export async function serveGit({ root = FOLDER, port = 0, log } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      await answer(pathname, join(root, '.'), response);
    } catch (error) {
      response.destroy(error);
    }
    log?.(`${request.method} ${pathname} ${response.statusCode}`);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(pathname, root, response) {
  if (COMMIT.test(pathname)) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ sha: await contentHash(root) }));
    return;
  }
  if (!ARCHIVE.test(pathname)) {
    response.writeHead(404).end();
    return;
  }
  const folder = root.replace(/[\\/]+$/, '');
  const tar = spawn(
    'tar',
    ['-czf', '-', '-C', dirname(folder), basename(folder)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  response.writeHead(200, { 'Content-Type': 'application/gzip' });
  await new Promise((resolve, reject) => {
    tar.once('error', reject);
    tar.once('close', resolve);
    tar.stdout.pipe(response);
  });
}

/** Stands in for the commit: another one whenever a file has changed. */
async function contentHash(root) {
  const hash = createHash('sha1');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(file.slice(root.length)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3080' },
      root: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const log = values.verbose ? line => console.log(line) : undefined;
  const { url, close } = await serveGit({
    root: values.root,
    port: Number(values.port),
    log,
  });
  console.log(`git host listening on ${url}/acme/gitops/src/branch/main`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
}
