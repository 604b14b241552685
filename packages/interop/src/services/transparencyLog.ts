import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, type Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import type { Authorities } from './authorities.ts';
import { HOSTS } from './hosts.ts';

/** Rekor v2 over tiles in a folder; its entries carry no time of their own. */
export async function startTransparencyLog(
  program: string,
  port: number,
  options: {
    authorities: Authorities;
    folder: string;
    env: NodeJS.ProcessEnv;
  },
): Promise<Daemon> {
  const storage = join(options.folder, 'rekor-tiles');
  mkdirSync(storage, { recursive: true });
  return startDaemon(
    program,
    [
      ...['serve', '--http-address', '127.0.0.1', '--http-port', String(port)],
      ...['--grpc-address', '127.0.0.1', '--grpc-port', `${await freePort()}`],
      ...['--http-metrics-port', String(await freePort())],
      ...['--hostname', HOSTS.rekor, '--storage-dir', storage],
      ...['--signer-filepath', options.authorities.rekorKey],
      ...['--batch-max-age', '50ms', '--checkpoint-interval', '200ms'],
    ],
    { env: options.env, ready: `http://127.0.0.1:${port}/healthz` },
  );
}
