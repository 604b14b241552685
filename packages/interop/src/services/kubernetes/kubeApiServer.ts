import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, type Daemon } from '../../process/daemon.ts';
import { freePort } from '../../process/freePort.ts';
import { installed, type Toolbox } from '../../tools/toolbox.ts';
import type { Etcd } from './etcd.ts';
import { KubernetesClient, type KubernetesServer } from './KubernetesClient.ts';

const START_LIMIT_MS = 120_000;
const ISSUER = 'https://kubernetes.default.svc';

export interface KubeApiServer extends Daemon, KubernetesServer {
  /** May do everything. */
  admin: KubernetesClient;
  adminToken: string;
}

/**
 * Starts a real API server on loopback, with role-based access control, a certificate and a service-account key that it has for
 * itself. There are no controllers: nothing but what is asked for happens in it.
 *
 * @param name - separates it from other API servers on the same etcd.
 * @throws with its own words when it does not start.
 */
export async function startKubeApiServer(
  tools: Toolbox,
  etcd: Etcd,
  name: string,
  folder: string,
): Promise<KubeApiServer> {
  const home = join(folder, `kube-apiserver-${name}`);
  mkdirSync(home, { mode: 0o700 });
  const token = randomBytes(24).toString('base64url');
  writeCredentials(home, token);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const certificate = join(home, 'apiserver.crt');
  const server = () => ({
    url,
    certificates: readFileSync(certificate, 'utf8'),
  });
  const { stop } = await startDaemon(
    installed(tools, 'kube-apiserver'),
    flags({ etcd, name, home, port }),
    {
      env: { PATH: process.env.PATH },
      startLimitMs: START_LIMIT_MS,
      // Asked politely it waits for its clients.
      stopSignal: 'SIGKILL',
      ready: async () => {
        if (!existsSync(certificate)) {
          return false;
        }
        const answer = await new KubernetesClient(server(), token)
          .send('GET', '/readyz')
          .catch(() => undefined);
        return answer?.status === 200;
      },
    },
  );
  const found = server();
  const admin = new KubernetesClient(found, token);
  return { ...found, admin, adminToken: token, stop };
}

function writeCredentials(home: string, token: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
  });
  const put = (file: string, words: string | Buffer) =>
    writeFileSync(join(home, file), words, { mode: 0o600 });
  put('accounts.key', privateKey.export({ type: 'pkcs8', format: 'pem' }));
  put('accounts.pub', publicKey.export({ type: 'spki', format: 'pem' }));
  put('tokens.csv', `${token},bench,bench,"system:masters"\n`);
}

function flags(options: {
  etcd: Etcd;
  name: string;
  home: string;
  port: number;
}): string[] {
  const { etcd, name, home, port } = options;
  const inHome = (file: string) => join(home, file);
  return [
    ...['--etcd-servers', etcd.url, '--etcd-prefix', `/${name}`],
    ...['--bind-address', '127.0.0.1', '--secure-port', String(port)],
    ...['--advertise-address', '127.0.0.1', '--cert-dir', home],
    ...['--service-cluster-ip-range', '10.0.0.0/24'],
    ...['--authorization-mode', 'RBAC', '--anonymous-auth=false'],
    ...['--token-auth-file', inHome('tokens.csv')],
    ...['--service-account-issuer', ISSUER],
    ...['--service-account-key-file', inHome('accounts.pub')],
    ...['--service-account-signing-key-file', inHome('accounts.key')],
    // One server does not have to find its peers, and no pods run.
    ...['--endpoint-reconciler-type', 'none'],
    ...['--disable-admission-plugins', 'ServiceAccount'],
  ];
}
