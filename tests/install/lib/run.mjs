import { spawn } from 'node:child_process';

/** Runs a command to its end; rejects with the tail of what it printed unless it exits with 0. */
export function run(command, args, { cwd, env, timeoutMs = 900_000 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let tail = '';
    const take = chunk => {
      tail = (tail + chunk).slice(-8000);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.on('error', reject);
    child.on('close', code => {
      clearTimeout(timer);
      if (code === 0) resolve(tail);
      else
        reject(
          new Error(`${command} ${args.join(' ')} failed (${code}):\n${tail}`),
        );
    });
  });
}
