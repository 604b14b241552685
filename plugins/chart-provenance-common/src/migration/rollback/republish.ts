import type { Knowledge } from '../knowledge';
import type { VersionMatch } from '../matching';
import type { LegacyFacts } from '../types';
import { said } from '../words';
import { commandOf, RollbackCommand } from './commandOf';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * How versions get from the registry back into the legacy repository: pulled by digest, checked against the digest that the legacy index
 * then has to name, and handed in. Helm names a file that it pulls by digest after the digest.
 */
export function republish(
  versions: readonly VersionMatch[],
  legacy: LegacyFacts,
  known: Knowledge,
): RollbackCommand[] {
  const pulls = versions.flatMap(one => pull(one, legacy, known));
  const url = legacy.repositoryUrl;
  return pulls.length === 0 || !/^https?:\/\//.test(url)
    ? pulls
    : [
        ...pulls,
        ...commandOf('Hand it in: a folder of files, such as GitHub Pages', [
          ...['helm', 'repo', 'index', '.', `--url=${url}`],
          '--merge=index.yaml',
        ]),
        ...commandOf('Hand it in: ChartMuseum', [
          ...['curl', '--fail', '--globoff', '--data-binary', '@ARCHIVE.tgz'],
          `${url}/api/charts`,
        ]),
      ];
}

function pull(
  { version, published: [manifest] }: VersionMatch,
  { name }: LegacyFacts,
  { facts, reference }: Knowledge,
): RollbackCommand[] {
  const layer = manifest.chartLayerDigest ?? '';
  const chart = facts.repository.split('/').at(-1) ?? '';
  const pulled = `${chart}@${manifest.digest.replace(':', '-')}.tgz`;
  const archive = `${name}-${version}.tgz`;
  return DIGEST.test(manifest.digest) &&
    DIGEST.test(layer) &&
    isFileName(archive)
    ? commandOf(
        `Get ${said(
          version,
        )} from the registry; the last line has to say ${layer.slice(7)}`,
        ['helm', 'pull', `${reference}@${manifest.digest}`],
        ['mv', `./${pulled}`, `./${archive}`],
        ['sha256sum', `./${archive}`],
      )
    : [];
}

/** No archive of that name is written anywhere else. */
function isFileName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]{0,250}$/.test(name);
}
