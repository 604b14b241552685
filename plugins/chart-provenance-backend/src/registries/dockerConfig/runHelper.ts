import { ChildProcess, spawn } from 'node:child_process';

const LARGEST_ANSWER = 64 * 1024;

/** How a helper ended. */
export type HelperRun =
  | { type: 'exited'; code: number; stdout: string }
  | { type: 'not-installed' }
  | { type: 'not-started' }
  | { type: 'too-much' }
  | { type: 'stopped' };

/**
 * Runs `<command> get` with the server's URL on its standard input and no shell in between. What it says on standard error is
 * dropped: helpers have been seen to print secrets there.
 *
 * @param options - `signal` kills it and whatever it started
 */
export function runHelper(
  command: string,
  serverUrl: string,
  options: { env: Record<string, string>; signal: AbortSignal },
): Promise<HelperRun> {
  const { env, signal } = options;
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve({ type: 'stopped' });
      return;
    }
    // In a process group of its own, which can be ended as a whole: helpers start gpg, agents and the like.
    const child = spawn(command, ['get'], {
      env,
      shell: false,
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const ended = new AbortController();
    const end = (run: HelperRun) => {
      ended.abort();
      child.stdout.destroy();
      resolve(run);
    };
    const stop = (run: HelperRun) => {
      killGroup(child);
      end(run);
    };
    signal.addEventListener('abort', () => stop({ type: 'stopped' }), {
      once: true,
      signal: ended.signal,
    });
    const pieces: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (piece: Buffer) => {
      pieces.push(piece);
      length += piece.length;
      if (length > LARGEST_ANSWER) {
        stop({ type: 'too-much' });
      }
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      end({ type: error.code === 'ENOENT' ? 'not-installed' : 'not-started' }),
    );
    child.on('close', code => {
      const stdout = Buffer.concat(pieces).toString('utf8');
      end({ type: 'exited', code: code ?? -1, stdout });
    });
    // A helper may end without reading.
    child.stdin.on('error', () => undefined);
    child.stdin.end(serverUrl);
  });
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) {
      process.kill(-child.pid, 'SIGKILL');
    }
  } catch {
    child.kill('SIGKILL');
  }
}
