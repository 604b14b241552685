import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { installed, notRunnable } from '../tools/toolbox.ts';
import type { RegistryKind } from './registry.ts';

/** zot with the least that it needs: no search, no scrubbing, no deduplication. */
export const zot: RegistryKind = {
  name: 'zot',
  referrers: true,
  notRunnable: tools => notRunnable(tools, 'zot'),
  async start(tools, parent) {
    const folder = mkdtempSync(join(parent, 'zot-'));
    const port = await freePort();
    const host = `127.0.0.1:${port}`;
    const config = join(folder, 'config.json');
    writeFileSync(
      config,
      JSON.stringify({
        distSpecVersion: '1.1.1',
        storage: { rootDirectory: join(folder, 'storage'), dedupe: false },
        http: { address: '127.0.0.1', port: String(port) },
        log: { level: 'warn' },
      }),
    );
    const { stop } = await startDaemon(
      installed(tools, 'zot'),
      ['serve', config],
      { env: { PATH: process.env.PATH }, ready: `http://${host}/v2/` },
    );
    return { name: 'zot', host, referrers: true, stop };
  },
};
