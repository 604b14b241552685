import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { atExit } from './atExit.ts';

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 3_000;

export interface Daemon {
  /** May be called twice. */
  stop(): Promise<void>;
}

export interface DaemonOptions {
  env: NodeJS.ProcessEnv;
  /** Where it answers once it is ready, whatever the status; or a question of your own. */
  ready: string | (() => Promise<boolean>);
  cwd?: string;
  /** Another user to run it as, where this process is root. */
  user?: { uid: number; gid: number };
  /** Asks it to end. Default `SIGTERM`. */
  stopSignal?: NodeJS.Signals;
  /** How long it may take to be ready. Default 30 seconds. */
  startLimitMs?: number;
}

/**
 * Starts a server and waits until `ready` answers. It ends with this
 * process at the latest, also on Ctrl-C.
 *
 * @throws with what the server wrote when it ends or stays silent for 30 seconds.
 */
export async function startDaemon(
  program: string,
  args: string[],
  options: DaemonOptions,
): Promise<Daemon> {
  const child = spawn(program, args, {
    env: options.env,
    cwd: options.cwd,
    ...options.user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const forget = atExit(() => child.kill('SIGKILL'));
  let written = '';
  const note = (text: string) => {
    written = (written + text).slice(-4_000);
  };
  child.stdout.setEncoding('utf8').on('data', note);
  child.stderr.setEncoding('utf8').on('data', note);
  let running = true;
  const ended = new Promise<void>(resolve => {
    child.once('close', () => resolve());
    child.once('error', error => {
      note(error.message);
      resolve();
    });
  }).then(() => {
    running = false;
    forget();
  });
  const stop = async () => {
    child.kill(options.stopSignal ?? 'SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(forced);
  };

  const deadline = Date.now() + (options.startLimitMs ?? START_LIMIT_MS);
  while (Date.now() < deadline && running) {
    if ((await isReady(options.ready)) && running) {
      return { stop };
    }
    await sleep(50);
  }
  await stop();
  throw new Error(`${program} did not start:\n${written}`);
}

async function isReady(ready: DaemonOptions['ready']): Promise<boolean> {
  if (typeof ready !== 'string') {
    return ready();
  }
  const answer = await fetch(ready).catch(() => undefined);
  await answer?.body?.cancel();
  return answer !== undefined;
}
