import { startDaemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { installed, notRunnable } from '../tools/toolbox.ts';
import type { RegistryKind } from './registry.ts';

const NAME = 'go-containerregistry';
const TOOL = 'ggcr-registry';

/** The registry that crane and cosign are tested with, its referrers API switched on; all in memory. */
export const ggcrRegistry: RegistryKind = {
  name: NAME,
  referrers: true,
  notRunnable: tools => notRunnable(tools, TOOL),
  async start(tools) {
    const host = `127.0.0.1:${await freePort()}`;
    const { stop } = await startDaemon(
      installed(tools, TOOL),
      ['-address', host],
      { env: { PATH: process.env.PATH }, ready: `http://${host}/v2/` },
    );
    return { name: NAME, host, referrers: true, stop };
  },
};
