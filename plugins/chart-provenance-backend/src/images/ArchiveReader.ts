import {
  ImageList,
  readValuesImages,
} from 'backstage-plugin-chart-provenance-common/images';
import { parseYaml } from '../consumers/git/parseYaml';
import { ArchiveReading } from '../store';
import { ArchiveError } from './archive/ArchiveError';
import { unpackChart } from './archive/unpackChart';
import { Renderer, Rendering } from './render/HelmRenderer';
import { readRendered } from './render/readRendered';

/** Counted up when the same archive is read otherwise than before. */
const READER_VERSION = 1;

/** Reads the images off chart archives. */
export class ArchiveReader {
  readonly #renderer: Renderer | null;
  readonly #now: () => Date;

  constructor(options: { renderer: Renderer | null; now: () => Date }) {
    this.#renderer = options.renderer;
    this.#now = options.now;
  }

  /** Names how archives are read. */
  get settings(): string {
    return `${READER_VERSION} ${this.#renderer?.id ?? 'values'}`;
  }

  /**
   * What an archive says. What is wrong with it becomes a sentence.
   *
   * @throws the signal's reason only
   */
  async read(
    archive: Uint8Array,
    chartName: string,
    signal: AbortSignal,
  ): Promise<ArchiveReading> {
    const base = { settings: this.settings, readAt: this.#now().toISOString() };
    let values: ImageList | null;
    try {
      const unpacked = await unpackChart(archive);
      values = valuesOf(unpacked.values);
    } catch (error) {
      if (!(error instanceof ArchiveError)) {
        throw error;
      }
      return this.unreadable(error.message);
    }
    const rendering = await this.#renderer?.render(archive, chartName, signal);
    return { ...base, values, ...(await renderedOf(rendering, signal)) };
  }

  /** What is said of an archive that is not read. */
  unreadable(message: string): ArchiveReading {
    return {
      settings: this.settings,
      readAt: this.#now().toISOString(),
      rendered: null,
      notRendered: message,
      values: null,
      mayPass: false,
    };
  }
}

async function renderedOf(
  rendering: Rendering | undefined,
  signal: AbortSignal,
): Promise<Pick<ArchiveReading, 'rendered' | 'notRendered' | 'mayPass'>> {
  if (rendering === undefined) {
    return { rendered: null, notRendered: null, mayPass: false };
  }
  if ('problem' in rendering) {
    const { problem, mayPass } = rendering;
    return { rendered: null, notRendered: problem, mayPass };
  }
  const rendered = await readRendered(rendering.manifests, signal);
  return { rendered, notRendered: null, mayPass: false };
}

/** Values that are no YAML name nothing: Helm refuses such a chart. */
function valuesOf(text: string | null): ImageList | null {
  const outcome = text === null ? undefined : parseYaml(text);
  return outcome && 'value' in outcome ? readValuesImages(outcome.value) : null;
}
