import { spawn } from 'node:child_process';

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  input?: string;
  /** The program is ended after so long. Default: it may take as long as it likes. */
  limitMs?: number;
  /** Another user to run it as, where this process is root. */
  user?: { uid: number; gid: number };
}

export interface Outcome {
  /** -1 when a signal ended the program. */
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
      timeout: options.limitMs,
      ...options.user,
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
    // A program that does not read its input: its exit code says whether that matters.
    child.stdin.on('error', () => {});
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
