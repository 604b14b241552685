import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Helm } from '../charts/helm.ts';
import { RELEASES } from '../company/releases.ts';
import { readLayout } from '../layout/readLayout.ts';
import { run } from '../process/run.ts';
import { STOPPED_CLOCK_VARIABLE } from '../tools/buildOverlay.ts';
import { LEGACY_ARCHIVES, type LegacyArchive } from './legacyContents.ts';

const CHART_LAYER = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

export interface LegacyOptions {
  helm: string;
  /** The repository's `examples`. */
  examples: string;
  /** Gets `index.yaml` and the archives. */
  output: string;
  /** For what is staged; whoever made it removes it. */
  folder: string;
}

/** Fills a chart repository archive by archive, as its release jobs did: `helm package` where the bytes are its own, `helm repo index` each time. */
export async function makeLegacyRepository(
  options: LegacyOptions,
): Promise<void> {
  const { output } = options;
  mkdirSync(output, { recursive: true });
  const inOrder = LEGACY_ARCHIVES.map(archive => ({
    archive,
    at: hourOf(archive),
  })).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { archive, at } of inOrder) {
    const bytes =
      archive.bytes === 'same'
        ? pushedBytes(options, archive)
        : await packaged(options, archive, at);
    await publish(options, archive, at, bytes);
  }
}

function hourOf(archive: LegacyArchive): string {
  if (archive.bytes === 'own') {
    return archive.at;
  }
  const { chart, version } = archive;
  const release = RELEASES.find(
    it => it.chart === chart && it.version === version,
  );
  if (release === undefined) {
    throw new Error(`Acme never released ${chart} ${version}`);
  }
  return release.at;
}

/** The chart layer under the version's tag. */
function pushedBytes(
  { examples }: LegacyOptions,
  { chart, version }: LegacyArchive,
): Buffer {
  const repository = readLayout(
    join(examples, 'registry', 'acme', 'charts', chart),
  );
  const digest = repository.resolve(version.replace('+', '_'));
  const layer = repository
    .manifest(digest)
    .layers?.find(({ mediaType }) => mediaType === CHART_LAYER);
  const bytes = layer && repository.blobs.get(layer.digest);
  if (bytes === undefined) {
    throw new Error(`${chart} ${version} has no chart layer`);
  }
  return bytes;
}

async function packaged(
  { helm: program, examples, folder }: LegacyOptions,
  archive: LegacyArchive & { bytes: 'own' },
  at: string,
): Promise<Buffer> {
  const { chart, version, source = chart, appVersion } = archive;
  const sources = join(folder, 'sources', chart);
  cpSync(join(examples, 'charts', source), sources, { recursive: true });
  rename(sources, source, chart);
  const helm = new Helm({
    ...{ program, folder: join(folder, 'packaged') },
    env: () => ({ PATH: process.env.PATH, HOME: folder, TZ: 'UTC' }),
  });
  mkdirSync(join(folder, 'packaged'), { recursive: true });
  const path = await helm.package({
    ...{ source: sources, version, appVersion, at: new Date(at) },
  });
  return readFileSync(path);
}

/** Has the chart's files speak of it by another name. */
function rename(folder: string, from: string, to: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      rename(path, from, to);
    } else {
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
    }
  }
}

/** Adds one archive to the index, dated by the release; what is in the index stays as it was. */
async function publish(
  { helm, output, folder }: LegacyOptions,
  { chart, version }: LegacyArchive,
  at: string,
  bytes: Buffer,
): Promise<void> {
  const file = `${chart}-${version}.tgz`;
  const fresh = join(folder, 'fresh', basename(file, '.tgz'));
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, file), bytes);
  const index = join(output, 'index.yaml');
  const before = readdirSync(output).includes('index.yaml');
  await run(
    helm,
    ['repo', 'index', fresh, ...(before ? ['--merge', index] : [])],
    {
      env: {
        ...{ PATH: process.env.PATH, HOME: folder, TZ: 'UTC' },
        [STOPPED_CLOCK_VARIABLE]: String(new Date(at).getTime() / 1000),
      },
    },
  );
  for (const name of [file, 'index.yaml']) {
    renameSync(join(fresh, name), join(output, name));
  }
}
