import { attempt } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';

/** One entry of `oras discover --format json`. */
export interface Discovered {
  digest: string;
  artifactType: string;
}

/** @throws with oras' own words. */
export async function discover(
  ground: Ground,
  reference: string,
): Promise<Discovered[]> {
  const outcome = await attempt(
    installed(ground.tools, 'oras'),
    ['discover', '--plain-http', '--format', 'json', '--depth', '1', reference],
    { env: toolEnv(ground) },
  );
  if (outcome.exitCode !== 0) {
    throw new Error(`oras discover ${reference}: ${outcome.stderr.trim()}`);
  }
  return parseDiscovered(outcome.stdout);
}

export function parseDiscovered(text: string): Discovered[] {
  const { referrers }: { referrers?: Discovered[] } = JSON.parse(text);
  return (referrers ?? []).map(({ digest, artifactType }) => ({
    digest,
    artifactType,
  }));
}
