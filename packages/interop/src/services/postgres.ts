import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../process/atExit.ts';
import { startDaemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { attempt, run } from '../process/run.ts';

const VERSIONS = '/usr/lib/postgresql';
const SUPERUSER = 'postgres';

/** A throwaway PostgreSQL on loopback, without passwords and without safety against crashes. */
export interface Postgres {
  /** Of its one database. */
  url: string;
  /** Runs a file of statements; the first error ends it. */
  load(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** @returns the folder of the newest PostgreSQL on this Debian, or nothing. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(VERSIONS, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')));
}

/** @throws with PostgreSQL's own words. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const user = await unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  const env = { PATH: process.env.PATH, TZ: 'UTC' };
  if (user) {
    chownSync(folder, user.uid, user.gid);
  }
  const program = (name: string) => join(programs, name);
  const cluster = join(folder, 'cluster');
  const port = await freePort();
  const url = `postgresql://${SUPERUSER}@127.0.0.1:${port}/postgres?sslmode=disable`;
  await run(
    program('initdb'),
    [
      ...['--pgdata', cluster, '--username', SUPERUSER, '--auth', 'trust'],
      ...['--encoding', 'UTF8', '--no-sync'],
    ],
    { env, cwd: folder, user },
  );
  const { stop } = await startDaemon(
    program('postgres'),
    [
      ...['-D', cluster, '-p', String(port), '-c', 'fsync=off'],
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
    ],
    {
      ...{ env, cwd: folder, user },
      // Immediate: what it holds is thrown away.
      stopSignal: 'SIGQUIT',
      ready: async () =>
        (
          await attempt(program('pg_isready'), ['--dbname', url], { env })
        ).exitCode === 0,
    },
  );
  return {
    url,
    async load(file) {
      await run(
        program('psql'),
        ['--quiet', '-v', 'ON_ERROR_STOP=1', '--file', file, url],
        { env },
      );
    },
    async stop() {
      await stop();
      remove();
      forget();
    },
  };
}

/** PostgreSQL refuses to run as root. */
async function unprivilegedUser() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const id = async (flag: string) =>
    Number((await run('id', [flag, SUPERUSER])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}
