import { spawn } from 'node:child_process';

/**
 * Runs a command to its end. Resolves with `{code, output}`; output is the tail of both streams (64 KiB).
 * With `quiet` nothing is printed.
 */
export function runToEnd(command, args, { cwd, env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    const take = stream => chunk => {
      output = (output + chunk).slice(-65536);
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output }),
    );
  });
}
