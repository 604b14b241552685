import { spawn } from 'node:child_process';

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  input?: string;
}

export interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
export function attempt(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.on('error', reject);
    child.on('close', code =>
      resolve({ exitCode: code ?? -1, stdout, stderr }),
    );
    child.stdin.end(options.input ?? '');
  });
}

/**
 * Runs a program that must succeed.
 *
 * @throws with the program's own words when its exit code is not 0.
 */
export async function run(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const outcome = await attempt(program, args, options);
  if (outcome.exitCode !== 0) {
    throw new Error(
      `${program} ${args.join(' ')}\nexit code ${outcome.exitCode}\n${
        outcome.stderr
      }${outcome.stdout}`,
    );
  }
  return outcome;
}
