import { spawn } from 'node:child_process';
import { GitError } from './GitError';

const GIT_MS = 120_000;
const LARGEST_COMPLAINT = 4 * 1024;

/**
 * Nothing that a repository, or whoever set up the machine, has configured to be run is run, and nothing is fetched: what is read here was written by
 * whoever opened the pull request.
 */
const SAFE = [
  ...['-c', 'core.attributesFile='],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.quotePath=false'],
  ...['-c', 'protocol.allow=never'],
];

/** What one call may cost. */
export interface GitOptions {
  /** The repository, or a folder in it. */
  cwd: string;
  /** Bytes of what it says. */
  maxBytes: number;
  /** Goes to its standard input. */
  input?: string;
}

/** Runs git without a shell. @throws GitError when it fails, or says more than it may */
export function runGit(
  args: readonly string[],
  { cwd, maxBytes, input = '' }: GitOptions,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...SAFE, ...args], {
      cwd,
      env: environment(),
      shell: false,
      timeout: GIT_MS,
      killSignal: 'SIGKILL',
    });
    const said: Buffer[] = [];
    let length = 0;
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > maxBytes) {
        child.kill('SIGKILL');
        reject(new GitError(`Git says more than ${maxBytes} bytes.`));
        return;
      }
      said.push(piece);
    });
    child.stderr.on('data', (piece: Buffer) => {
      complaint = (complaint + piece.toString('utf8')).slice(
        0,
        LARGEST_COMPLAINT,
      );
    });
    child.on('error', () => reject(new GitError('Git cannot be run.')));
    child.on('close', code => {
      if (code === 0) {
        resolve(Buffer.concat(said));
      } else {
        const [first] = complaint.trim().split('\n');
        reject(new GitError(`Git fails: ${first || 'it does not say why'}`));
      }
    });
    // It may end without reading.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** What git reads of the environment that would lead it elsewhere, or make it run something, is left out; the token is none of its business. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:GIT_|CHART_PROVENANCE_)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}
