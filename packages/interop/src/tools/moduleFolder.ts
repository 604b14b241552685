import { attempt } from '../process/run.ts';
import { goWords } from './go.ts';

const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/**
 * Where Go keeps the source of a module, downloaded when it is not there yet.
 *
 * @throws with Go's own words.
 */
export async function moduleFolder(
  module: string,
  version: string,
): Promise<string> {
  const outcome = await attempt(
    'go',
    ['mod', 'download', '-json', `${module}@${version}`],
    { env: process.env, limitMs: DOWNLOAD_LIMIT_MS },
  );
  if (outcome.exitCode !== 0) {
    throw new Error(goWords(outcome.stderr || outcome.stdout));
  }
  const { Dir }: { Dir: string } = JSON.parse(outcome.stdout);
  return Dir;
}
