import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, type Daemon } from '../../process/daemon.ts';
import { freePort } from '../../process/freePort.ts';
import { installed, type Toolbox } from '../../tools/toolbox.ts';

/** A single etcd on loopback that does not care about crashes. */
export interface Etcd extends Daemon {
  /** `http://127.0.0.1:port` */
  url: string;
}

/** @throws with etcd's own words when it does not start. */
export async function startEtcd(tools: Toolbox, folder: string): Promise<Etcd> {
  const home = join(folder, 'etcd');
  mkdirSync(home, { mode: 0o700 });
  const url = `http://127.0.0.1:${await freePort()}`;
  const peers = `http://127.0.0.1:${await freePort()}`;
  const { stop } = await startDaemon(
    installed(tools, 'etcd'),
    [
      ...['--name', 'only', '--data-dir', home, '--unsafe-no-fsync'],
      ...['--listen-client-urls', url, '--advertise-client-urls', url],
      ...['--listen-peer-urls', peers, '--log-level', 'warn'],
      ...['--initial-advertise-peer-urls', peers],
      ...['--initial-cluster', `only=${peers}`],
    ],
    { env: { PATH: process.env.PATH }, ready: () => isHealthy(url) },
  );
  return { url, stop };
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
