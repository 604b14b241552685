import { join } from 'node:path';
import { startDaemon, type Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { run } from '../process/run.ts';
import { moduleFolder } from '../tools/moduleFolder.ts';
import { installed, type Toolbox } from '../tools/toolbox.ts';
import { startPostgres, type Postgres } from './postgres.ts';

const MODULE = 'github.com/google/trillian';
export const TRILLIAN_TOOLS = [
  'trillian-log-server',
  'trillian-log-signer',
  'trillian-createtree',
];

/** A Merkle tree that is ready for entries. */
export interface Trillian extends Daemon {
  rpcPort: number;
  treeId: string;
}

/** Starts the database of Trillian with its schema, which is in Trillian's source. */
export async function startTrillianStorage(
  tools: Toolbox,
  programs: string,
): Promise<Postgres> {
  const version = tools.get('trillian-log-server')?.version ?? '';
  const source = await moduleFolder(MODULE, version);
  const postgres = await startPostgres(programs);
  try {
    await postgres.load(
      join(source, 'storage', 'postgresql', 'schema', 'storage.sql'),
    );
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Starts log server and signer and makes a new, empty tree. */
export async function startTrillian(
  tools: Toolbox,
  postgres: Postgres,
  env: NodeJS.ProcessEnv,
): Promise<Trillian> {
  const daemons: Daemon[] = [];
  const stop = async () => {
    await Promise.all(daemons.map(daemon => daemon.stop()));
  };
  const start = async (tool: string, rpcPort: number, args: string[]) => {
    const httpPort = await freePort();
    daemons.push(
      await startDaemon(
        installed(tools, tool),
        [
          ...['-storage_system=postgresql', '-quota_system=noop'],
          ...[`-postgresql_uri=${postgres.url}`, '-logtostderr'],
          `-rpc_endpoint=127.0.0.1:${rpcPort}`,
          ...[`-http_endpoint=127.0.0.1:${httpPort}`, ...args],
        ],
        {
          env,
          ready: `http://127.0.0.1:${httpPort}/healthz`,
          // Asked politely they wait for five seconds, and nothing is worth keeping.
          stopSignal: 'SIGKILL',
        },
      ),
    );
  };
  try {
    const rpcPort = await freePort();
    await start('trillian-log-server', rpcPort, []);
    await start('trillian-log-signer', await freePort(), [
      ...['-force_master', '-sequencer_interval=50ms', '-batch_size=100'],
    ]);
    const { stdout } = await run(
      installed(tools, 'trillian-createtree'),
      [`-admin_server=127.0.0.1:${rpcPort}`],
      { env, limitMs: 30_000 },
    );
    return { rpcPort, treeId: stdout.trim(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
