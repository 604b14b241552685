import { attempt } from '../process/run.ts';
import { goWords } from './go.ts';

const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/** What Go says of a module that it has. */
export interface DownloadedModule {
  /** Its source. */
  Dir: string;
  /** Path of its `go.mod`. */
  GoMod: string;
  /** Digest of its source, as in a `go.sum`. */
  Sum: string;
}

/**
 * Where Go keeps the source of a module, downloaded when it is not there yet.
 *
 * @throws with Go's own words.
 */
export async function moduleFolder(
  module: string,
  version: string,
): Promise<string> {
  const { Dir } = await downloadModule(module, version);
  return Dir;
}

/** Has Go download a module, unless it is there. @throws with Go's own words. */
export async function downloadModule(
  module: string,
  version: string,
): Promise<DownloadedModule> {
  const outcome = await attempt(
    'go',
    ['mod', 'download', '-json', `${module}@${version}`],
    { env: process.env, limitMs: DOWNLOAD_LIMIT_MS },
  );
  if (outcome.exitCode !== 0) {
    throw new Error(goWords(outcome.stderr || outcome.stdout));
  }
  return JSON.parse(outcome.stdout) as DownloadedModule;
}
