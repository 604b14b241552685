import { spawn } from 'node:child_process';

/** A program to run on what strangers wrote. */
export interface BoundedRun {
  /** Absolute path. */
  program: string;
  args: readonly string[];
  /** Folder it runs in. */
  folder: string;
  /** All of its environment. */
  env: Readonly<Record<string, string>>;
  /** Milliseconds, by the clock and by the processor. */
  timeoutMs: number;
  /** KiB of address space. */
  maxMemoryKiB: number;
  /** Bytes it may write on its standard output. */
  maxOutput: number;
  signal: AbortSignal;
}

/** How that went. */
export type RunOutcome =
  | { ended: 'done'; output: string }
  /** `output`: the beginning of what it wrote on its standard error. */
  | { ended: 'failed'; output: string }
  | {
      ended:
        | 'timeout'
        | 'too-much-output'
        | 'killed'
        | 'unbounded'
        | 'not-started';
    };

const MAX_ERROR = 16 * 1024;
/** Says that a limit could not be set: then nothing was run. */
const NO_LIMITS = 97;

/**
 * The shell sets the limits and becomes the program. `$1`: KiB of memory, `$2`: seconds of processor time. Core dumps and files are not
 * wanted; what is read here needs few of them open. Where memory runs out all the same, it is the first to go.
 */
const WITH_LIMITS = `
{ echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null
ulimit -v "$1" && ulimit -t "$2" && ulimit -c 0 && ulimit -f 2048 && ulimit -n 256 || exit ${NO_LIMITS}
shift 2
if command -v nice >/dev/null 2>&1; then exec nice -n 10 "$@"; fi
exec "$@"
`;

/**
 * Runs a program with bounds on time, processor, memory, files and output, in a process group of its own that is killed whole at the end,
 * however it ends. Where bounds cannot be set, as on Windows, nothing is run.
 *
 * @throws the signal's reason only
 */
export async function runBounded(run: BoundedRun): Promise<RunOutcome> {
  run.signal.throwIfAborted();
  const { program, args, folder, env, timeoutMs, maxMemoryKiB } = run;
  // The clock comes first: this is for what the clock cannot reach.
  const seconds = String(Math.ceil(timeoutMs / 1000) + 5);
  const child = spawn(
    '/bin/sh',
    [
      ...['-c', WITH_LIMITS, 'sh', String(maxMemoryKiB), seconds],
      ...[program, ...args],
    ],
    {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const killAll = () => killGroup(child.pid);
  let stopped: 'timeout' | 'too-much-output' | undefined;
  const stop = (why: typeof stopped) => {
    stopped ??= why;
    killAll();
  };
  const timer = setTimeout(() => stop('timeout'), timeoutMs);
  run.signal.addEventListener('abort', killAll);
  const output: Buffer[] = [];
  let length = 0;
  child.stdout.on('data', (part: Buffer) => {
    length += part.length;
    if (length > run.maxOutput) {
      stop('too-much-output');
    } else {
      output.push(part);
    }
  });
  let errors = Buffer.alloc(0);
  child.stderr.on('data', (part: Buffer) => {
    errors = Buffer.concat([errors, part]).subarray(0, MAX_ERROR);
  });
  try {
    const code = await ended(child);
    run.signal.throwIfAborted();
    return stopped ? { ended: stopped } : outcomeOf(code, output, errors);
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', killAll);
    // What it started may outlive it.
    killAll();
  }
}

function outcomeOf(
  code: number | null | 'not-started',
  output: readonly Buffer[],
  errors: Buffer,
): RunOutcome {
  if (code === 'not-started') {
    return { ended: code };
  }
  if (code === null) {
    return { ended: 'killed' };
  }
  if (code === NO_LIMITS) {
    return { ended: 'unbounded' };
  }
  return code === 0
    ? { ended: 'done', output: Buffer.concat(output).toString('utf8') }
    : { ended: 'failed', output: errors.toString('utf8') };
}

function ended(
  child: ReturnType<typeof spawn>,
): Promise<number | null | 'not-started'> {
  return new Promise(resolve => {
    child.on('error', () => resolve('not-started'));
    child.on('close', code => resolve(code));
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}
