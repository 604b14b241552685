// Serves a chart repository (`index.yaml` and archives) from a folder, on loopback: `node examples/legacy/serve.mjs --port 5080`.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** What a chart repository consists of; nothing else in the folder is served. */
const FILE = /^\/(index\.yaml|[a-z0-9][A-Za-z0-9.+_-]*\.tgz)$/;

/**
 * @param {{ root?: string, port?: number, log?: (line: string) => void }} options a free port and the example company's folder unless told
 * @returns `{ url, close() }`; `close` ends open connections too
 */
export async function serveLegacy({ root = FOLDER, port = 0, log } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = FILE.exec(decoded(pathname))?.[1];
    const readable = ['GET', 'HEAD'].includes(request.method);
    const bytes =
      name && readable
        ? await readFile(join(root, name)).catch(() => undefined)
        : undefined;
    const status = readable ? (bytes ? 200 : 404) : 405;
    response.writeHead(status, {
      'Content-Type': contentType(bytes && name),
      'Content-Length': bytes?.length ?? 0,
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
    log?.(`${request.method} ${pathname} ${status}`);
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

/** A path that is no good percent-encoding names no file. */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

function contentType(name) {
  if (name === undefined) return 'text/plain';
  return name.endsWith('.yaml') ? 'text/yaml' : 'application/gzip';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5080' },
      root: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const log = values.verbose ? line => console.log(line) : undefined;
  const { url, close } = await serveLegacy({
    root: values.root,
    port: Number(values.port),
    log,
  });
  console.log(`chart repository listening on ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
}
