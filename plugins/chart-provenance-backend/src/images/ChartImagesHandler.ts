import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { chooseImages } from 'backstage-plugin-chart-provenance-common/images';
import { ReadOnlyTarget } from 'chart-provenance-oras';
import { reschedule, Schedule, WorkHandler } from '../indexing';
import {
  ArchiveReading,
  ChartRecord,
  ConsumerStore,
  ImageRepository,
  ImageStore,
  Lease,
  MatteringVersion,
  RecordedImages,
} from '../store';
import { toProblem, WalkProblem } from '../walk';
import { ArchiveError } from './archive/ArchiveError';
import { fetchArchive } from './archive/fetchArchive';
import { ArchiveReader } from './ArchiveReader';
import { ImageRules } from './ImageRules';

/** The newest versions of a chart, whoever runs them. */
const NEWEST = 3;
/** Versions of a chart that matter, at most. */
const MAX_VERSIONS = 20;
/** Repositories of images that one chart can have looked at: whoever publishes it writes their names. */
const MAX_REPOSITORIES = 100;
/** What might go better another time is tried again after this long: rendering costs. */
const AGAIN_MS = 24 * 60 * 60 * 1000;

/** What reading the images of charts needs. */
export interface ChartImagesOptions {
  rules: ImageRules;
  /** Null: archives are not read. */
  archives: ArchiveReader | null;
  store: Pick<
    ImageStore,
    'readChart' | 'versionsThatMatter' | 'recordImages' | 'retire'
  >;
  consumers: Pick<ConsumerStore, 'consumersOf'>;
  openTarget: (host: string, repository: string) => ReadOnlyTarget;
  schedule: Schedule;
  now: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
}

/**
 * Reads which images the versions of a chart deploy that matter: the newest, and those that consumers run or ask for. Their archives are fetched once; the
 * rest is read off what is stored.
 */
export class ChartImagesHandler implements WorkHandler {
  readonly #options: ChartImagesOptions;

  constructor(options: ChartImagesOptions) {
    this.#options = options;
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, rules, now } = this.#options;
    const { schedule, random = Math.random } = this.#options;
    const chartId = lease.key.slice(lease.key.indexOf(':') + 1);
    const chart = await store.readChart(chartId);
    if (!chart) {
      await store.retire(lease);
      return;
    }
    const versions = await this.#versions(chart);
    const recorded: RecordedImages[] = [];
    let problem: WalkProblem | undefined;
    for (const version of versions) {
      const { archive, failure } = await this.#archive(chart, version, signal);
      problem ??= failure;
      recorded.push({
        digest: version.digest,
        archive,
        chosen: chooseImages({ ...version, ...sourcesOf(archive) }),
      });
    }
    await store.recordImages(
      chartId,
      recorded,
      repositoriesOf(recorded, rules),
      lease,
      reschedule(lease, problem, schedule, now(), random()),
    );
  }

  async #versions({ chartId }: ChartRecord): Promise<MatteringVersion[]> {
    const { store, consumers } = this.#options;
    const rows = await consumers.consumersOf(chartId);
    return store.versionsThatMatter(chartId, {
      newest: NEWEST,
      digests: textsOf(rows, row => [row.runs?.digest, row.wants.digest]),
      versions: textsOf(rows, row => [row.runs?.version, row.wants.version]),
      limit: MAX_VERSIONS,
    });
  }

  /** As read before, where it was read like this; else read now. What the registry fails with is told, and tried again. */
  async #archive(
    chart: ChartRecord,
    version: MatteringVersion,
    signal: AbortSignal,
  ): Promise<{ archive: ArchiveReading | null; failure?: WalkProblem }> {
    const { archives, openTarget } = this.#options;
    const { archive: before } = version;
    if (!archives) {
      return { archive: null };
    }
    if (before?.settings === archives.settings && !this.#isDue(before)) {
      return { archive: before };
    }
    let bytes: Uint8Array;
    try {
      const target = openTarget(chart.registry, chart.repository);
      bytes = await fetchArchive(target, version.digest, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (isPublishers(error)) {
        return { archive: archives.unreadable(error.message) };
      }
      const failure = toProblem(error, version.digest);
      return { archive: before, failure };
    }
    return { archive: await archives.read(bytes, version.name, signal) };
  }

  #isDue({ mayPass, readAt }: ArchiveReading): boolean {
    const age = this.#options.now().getTime() - Date.parse(readAt);
    return mayPass && !(age < AGAIN_MS);
  }
}

/** What is wrong with the bytes stays wrong: their digest names them. Compared by `name`. */
function isPublishers(error: unknown): error is Error {
  return (
    error instanceof ArchiveError ||
    (error instanceof Error && error.name === 'EvidenceError')
  );
}

/** What an archive names, as far as it was read. */
export function sourcesOf(archive: ArchiveReading | null) {
  return {
    rendered: archive?.rendered ?? null,
    notRendered: archive?.notRendered ?? null,
    values: archive?.values ?? null,
  };
}

/** Those that a rule of the operator names, and no others. */
function repositoriesOf(
  recorded: readonly RecordedImages[],
  rules: ImageRules,
): ImageRepository[] {
  const names = new Set(
    recorded.flatMap(({ chosen }) => chosen.items.map(({ name }) => name)),
  );
  return [...names]
    .flatMap(name => {
      const rule = rules.of(name);
      return rule ? [{ name, host: rule.host }] : [];
    })
    .slice(0, MAX_REPOSITORIES);
}

function textsOf(
  rows: readonly ConsumerRow[],
  texts: (row: ConsumerRow) => (string | null | undefined)[],
): string[] {
  return [
    ...new Set(rows.flatMap(row => texts(row).flatMap(one => one ?? []))),
  ];
}
