import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDaemon, type Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';

const GITOPS = fileURLToPath(
  new URL('../../../../examples/gitops', import.meta.url),
);
const REGISTRY_IN_EXAMPLES = 'localhost:5050';
const LEGACY_IN_EXAMPLES = 'http://localhost:5080';

export interface GitHost extends Daemon {
  /** `localhost:port` */
  host: string;
}

/**
 * Serves the company's GitOps repository to Backstage's own URL reader, with the places where its charts are filled in.
 *
 * @param parent - gets the copy; whoever made it removes it.
 */
export async function startGitHost(
  parent: string,
  registry: string,
  legacy: string,
): Promise<GitHost> {
  const root = join(parent, 'gitops');
  cpSync(GITOPS, root, { recursive: true });
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (/\.(yaml|lock)$/.test(entry.name)) {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8')
        .replaceAll(LEGACY_IN_EXAMPLES, legacy)
        .replaceAll(REGISTRY_IN_EXAMPLES, registry);
      writeFileSync(path, text);
    }
  }
  const port = await freePort();
  const host = `localhost:${port}`;
  const { stop } = await startDaemon(
    process.execPath,
    [join(GITOPS, 'serve.mjs'), '--root', root, '--port', String(port)],
    { env: { PATH: process.env.PATH }, ready: `http://${host}/` },
  );
  return { host, stop };
}
