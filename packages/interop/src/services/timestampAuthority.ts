import { startDaemon, type Daemon } from '../process/daemon.ts';
import type { Authorities } from './authorities.ts';

export function startTimestampAuthority(
  program: string,
  port: number,
  authorities: Authorities,
  env: NodeJS.ProcessEnv,
): Promise<Daemon> {
  return startDaemon(
    program,
    [
      ...['serve', '--host', '127.0.0.1', '--port', String(port)],
      ...['--timestamp-signer', 'file', '--disable-ntp-monitoring'],
      ...['--file-signer-key-path', authorities.timestampKey],
      ...['--file-signer-passwd', authorities.password],
      ...['--certificate-chain-path', authorities.timestampChain],
    ],
    { env, ready: `http://127.0.0.1:${port}/ping` },
  );
}
