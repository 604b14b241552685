import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 30_000;

export interface Daemon {
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until `readyUrl` answers at all.
 *
 * @throws with what the server wrote when it ends or stays silent for 30 seconds.
 */
export async function startDaemon(
  program: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; readyUrl: string },
): Promise<Daemon> {
  const child = spawn(program, args, {
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const note = (text: string) => {
    written = (written + text).slice(-4_000);
  };
  child.stdout.setEncoding('utf8').on('data', note);
  child.stderr.setEncoding('utf8').on('data', note);
  const ended = new Promise<void>(resolve => {
    child.once('close', () => resolve());
    child.once('error', error => {
      note(error.message);
      resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 1_000);
    await ended;
    clearTimeout(forced);
  };

  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(options.readyUrl).catch(() => undefined);
    if (answer) {
      return { stop };
    }
    await sleep(50);
  }
  await stop();
  throw new Error(`${program} did not start:\n${written}`);
}
