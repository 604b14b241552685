import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, type Daemon } from '../process/daemon.ts';
import { installed, notRunnable, type Toolbox } from '../tools/toolbox.ts';
import { HOSTS } from './hosts.ts';
import { postgresPrograms, type Postgres } from './postgres.ts';
import {
  startTrillian,
  startTrillianStorage,
  TRILLIAN_TOOLS,
} from './trillian.ts';

/**
 * Rekor v1 over Trillian over PostgreSQL: the log whose entries carry a time and a
 * promise (SET). It has no search index, which would need Redis.
 */
export class RekorV1 {
  /** Path of the log's public key, PEM. */
  readonly publicKey: string;
  private readonly tools: Toolbox;
  private readonly key: string;
  private readonly port: number;
  private readonly postgres: Postgres;
  private daemons: Daemon[] = [];

  private constructor(
    tools: Toolbox,
    folder: string,
    port: number,
    postgres: Postgres,
  ) {
    this.tools = tools;
    this.port = port;
    this.postgres = postgres;
    this.key = join(folder, 'rekor1.key');
    this.publicKey = join(folder, 'rekor1.pub');
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(
      this.key,
      pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      { mode: 0o600 },
    );
    writeFileSync(
      this.publicKey,
      pair.publicKey.export({ type: 'spki', format: 'pem' }),
    );
  }

  /** @returns why it cannot run here, in one line; nothing when it can. */
  static notRunnable(tools: Toolbox): string | undefined {
    if (postgresPrograms() === undefined) {
      return 'PostgreSQL is not installed: apt-get install postgresql';
    }
    return notRunnable(tools, 'rekor1-server', ...TRILLIAN_TOOLS);
  }

  /** Only its storage runs until `restart`. */
  static async create(
    tools: Toolbox,
    folder: string,
    port: number,
  ): Promise<RekorV1> {
    const storage = await startTrillianStorage(tools, postgresPrograms() ?? '');
    return new RekorV1(tools, folder, port, storage);
  }

  /**
   * Starts an empty tree at the hour of `env`. A tree's hour cannot go back, so
   * each start has a tree of its own; the log's key, and so its id, stays.
   */
  async restart(env: NodeJS.ProcessEnv): Promise<void> {
    await this.stopServers();
    const trillian = await startTrillian(this.tools, this.postgres, env);
    this.daemons.push(trillian);
    this.daemons.push(
      await startDaemon(
        installed(this.tools, 'rekor1-server'),
        [
          ...['serve', '--port', String(this.port), '--log_type', 'prod'],
          ...['--rekor_server.address', '127.0.0.1'],
          ...['--rekor_server.hostname', HOSTS.rekor1],
          ...['--rekor_server.signer', this.key],
          ...['--trillian_log_server.address', '127.0.0.1'],
          ...['--trillian_log_server.port', String(trillian.rpcPort)],
          ...['--trillian_log_server.tlog_id', trillian.treeId],
          ...['--enable_retrieve_api=false'],
        ],
        { env, ready: `http://127.0.0.1:${this.port}/api/v1/log` },
      ),
    );
  }

  async stop(): Promise<void> {
    await this.stopServers();
    await this.postgres.stop();
  }

  private async stopServers(): Promise<void> {
    // The reverse of the order in which they were started.
    for (const daemon of this.daemons.reverse()) {
      await daemon.stop();
    }
    this.daemons = [];
  }
}
