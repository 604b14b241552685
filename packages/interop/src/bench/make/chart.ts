import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import type { ProvenanceFile } from '../cells/types.ts';
import { folderFor } from '../ground/folderFor.ts';
import { pgpKeys, toolEnv, type Ground } from '../ground/Ground.ts';

export const CHART = 'app';
export const VERSION = '1.0.0';
const TRIES = 40;

/** What a chart is packaged from. */
export interface ChartRequest {
  /** Stands in the chart's description, so that no two cells share a digest. */
  words: string;
  provenance?: ProvenanceFile;
}

/** Packages a chart with real Helm, and its provenance file beside it. */
export async function packageChart(
  ground: Ground,
  folder: string,
  request: ChartRequest,
): Promise<string> {
  const { provenance, words } = request;
  if (provenance?.ofAnother) {
    const signed = await packageOnce(ground, folder, request);
    const file = readFileSync(`${signed}.prov`);
    const other = await packageOnce(ground, folder, {
      words: `${words} later`,
    });
    writeFileSync(`${other}.prov`, file);
    return other;
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const archive = await packageOnce(ground, folder, {
      ...request,
      words: `${words} ${attempt}`,
    });
    if (!provenance?.first || digestOf(`${archive}.prov`) < digestOf(archive)) {
      return archive;
    }
  }
  throw new Error('Helm sorts layers by digest, and luck never sorted ours');
}

async function packageOnce(
  ground: Ground,
  folder: string,
  { words, provenance }: ChartRequest,
): Promise<string> {
  const source = join(folderFor({ folder }, 'source'), CHART);
  mkdirSync(join(source, 'templates'), { recursive: true });
  writeFileSync(
    join(source, 'Chart.yaml'),
    `apiVersion: v2\nname: ${CHART}\nversion: ${VERSION}\ndescription: ${words}\n`,
  );
  writeFileSync(
    join(source, 'templates', 'settings.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n',
  );
  const signer = provenance && pgpKeys(ground)[provenance.by];
  await run(
    installed(ground.tools, 'helm'),
    [
      ...['package', source, '--destination', folder],
      ...(signer
        ? ['--sign', '--key', signer.key, '--keyring', signer.keyring]
        : []),
    ],
    { env: toolEnv(ground) },
  );
  const archive = join(folder, `${CHART}-${VERSION}.tgz`);
  if (provenance?.altered) {
    alterStatement(`${archive}.prov`);
  }
  return archive;
}

/** Changes what was signed and leaves the signature as it is. */
function alterStatement(path: string): void {
  const text = readFileSync(path, 'utf8');
  const altered = text.replace('description: ', 'description: not ');
  if (altered === text) {
    throw new Error(`${path} has no description`);
  }
  writeFileSync(path, altered);
}

/** @returns `sha256:…` of a file. */
export function digestOf(path: string): string {
  const hex = createHash('sha256').update(readFileSync(path)).digest('hex');
  return `sha256:${hex}`;
}
