import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDaemon, type Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import type { Authorities } from './authorities.ts';
import { HOSTS } from './hosts.ts';

const CONFIG = fileURLToPath(new URL('../../fulcio.yaml', import.meta.url));

export async function startFulcio(
  program: string,
  port: number,
  options: {
    authorities: Authorities;
    certificateLogKey: string;
    folder: string;
    env: NodeJS.ProcessEnv;
  },
): Promise<Daemon> {
  const { authorities, certificateLogKey, folder, env } = options;
  return startDaemon(
    program,
    [
      ...['serve', '--host', '127.0.0.1', '--port', String(port)],
      ...['--grpc-host', '127.0.0.1', '--grpc-port', String(await freePort())],
      ...['--metrics-port', String(await freePort())],
      ...['--legacy-unix-domain-socket', join(folder, `${randomUUID()}.sock`)],
      ...['--config-path', CONFIG, '--ca', 'fileca', '--fileca-watch=false'],
      ...['--fileca-cert', authorities.fulcioChain],
      ...['--fileca-key', authorities.fulcioKey],
      ...['--fileca-key-passwd', authorities.password],
      ...['--ct-log-url', `https://${HOSTS.certificateLog}`],
      ...['--ct-log-public-key-path', certificateLogKey],
    ],
    { env, ready: `http://127.0.0.1:${port}/healthz` },
  );
}
