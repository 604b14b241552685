import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The real helm that the project's other checks have built; undefined, and said so, where there is none. */
export function findHelm(version: '3' | '4'): string | undefined {
  const folder =
    process.env.CHART_PROVENANCE_TOOLS ??
    join(homedir(), '.cache', 'chart-provenance', 'tools');
  // One with a clock that can be set is in there as well.
  const name = version === '4' ? /^helm-v4[\d.]+-[0-9a-f]+$/ : /^helm3-v3/;
  try {
    const [found] = readdirSync(folder).filter(file => name.test(file));
    const path = join(folder, found ?? 'none');
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    process.stderr.write(
      `helm ${version} skipped: none is in ${folder}; yarn interop builds it.\n`,
    );
    return undefined;
  }
}
