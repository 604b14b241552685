import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const STOP_GRACE_MS = 10_000;

/**
 * The long-running children of one start. Each is the leader of its own process group, so that stopping takes all of
 * what it started with it, under npm as under Yarn.
 */
export class Services {
  #running = new Map();
  #stopping;

  /**
   * Starts a service. `onLine(line)` sees what it prints; `onExit(code)` is called when it ends although nobody stopped it.
   */
  start(name, node, args, { env, cwd = ROOT, onLine, onExit }) {
    const child = spawn(node, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.set(name, child);
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', chunk => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        lines.forEach(line => onLine(line));
      });
    }
    child.on('error', error => onLine(String(error)));
    child.on('close', code => {
      this.#running.delete(name);
      if (!this.#stopping) onExit(code);
    });
  }

  /** Stops everything, politely first. Resolves when nothing runs any more; can be called twice. */
  stop() {
    this.#stopping ??= Promise.all(
      [...this.#running.values()].map(stopChild),
    ).then(() => undefined);
    return this.#stopping;
  }
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function stopChild(child) {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const hard = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_GRACE_MS);
    child.once('close', () => {
      clearTimeout(hard);
      resolve();
    });
    signalGroup(child, 'SIGTERM');
  });
}
