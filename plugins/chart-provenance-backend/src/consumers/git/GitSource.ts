import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ConsumerObservation,
  ConsumerSource,
} from 'backstage-plugin-chart-provenance-node';
import { GitConsumersConfig } from '../../config';
import { failureOf } from './failureOf';
import { hrefOf } from './hrefOf';
import { readDocuments } from './readDocuments';
import { isFileUrl, PlaceFiles, readFiles } from './readFiles';
import { TreeBounds } from './TreeFilter';

/** What reading a place needs. */
export interface GitSourceOptions {
  id: string;
  place: GitConsumersConfig;
  urlReader: UrlReaderService;
  integrations: Pick<ScmIntegrationRegistry, 'byUrl' | 'resolveUrl'>;
  bounds?: TreeBounds;
}

/** One repository, folder or file. What was read stands until the host says that it changed. */
export class GitSource implements ConsumerSource {
  readonly id: string;
  readonly title: string;
  readonly cluster = null;
  readonly #options: GitSourceOptions;
  #last: { etag: string; observation: ConsumerObservation } | undefined;

  constructor(options: GitSourceOptions) {
    this.#options = options;
    this.id = options.id;
    this.title = options.place.title ?? shortUrl(options.place.url);
  }

  async read({
    signal,
  }: {
    signal: AbortSignal;
  }): Promise<ConsumerObservation> {
    const { urlReader, place, bounds } = this.#options;
    const last = this.#last;
    let found: PlaceFiles;
    try {
      found = await readFiles(urlReader, place.url, {
        signal,
        etag: last?.etag,
        bounds,
        exclude: place.exclude,
      });
    } catch (error) {
      signal.throwIfAborted();
      if (last && error instanceof Error && error.name === 'NotModifiedError') {
        return last.observation;
      }
      throw failureOf(error);
    }
    const observation = await this.#observe(found, signal);
    this.#last = found.etag ? { etag: found.etag, observation } : undefined;
    return observation;
  }

  async #observe(
    found: PlaceFiles,
    signal: AbortSignal,
  ): Promise<ConsumerObservation> {
    const { place } = this.#options;
    const read = await readDocuments(found.files, signal);
    const incompleteBecause = reasonsOf(found, read);
    return {
      consumers: read.consumers.map(({ path, reading }) => ({
        ...reading,
        // A dependency is deployed by nobody.
        cluster: reading.kind === 'Chart' ? null : place.cluster ?? null,
        path,
        href: this.#hrefOf(path),
        entityRef: null,
      })),
      problems: [...found.problems, ...read.problems],
      complete: incompleteBecause === null,
      incompleteBecause,
    };
  }

  #hrefOf(path: string): string | null {
    const { integrations, place } = this.#options;
    const inPlace = isFileUrl(place.url) ? undefined : path;
    return hrefOf(integrations, place.url, inPlace);
  }
}

/** What is missing may only be unreadable now, so nothing is gone. */
function reasonsOf(
  { incompleteBecause }: PlaceFiles,
  { unparsed, truncated }: { unparsed: number; truncated: boolean },
): string | null {
  const reasons = [
    ...(incompleteBecause ? [incompleteBecause] : []),
    ...(unparsed > 0 ? [`${unparsed} documents could not be parsed.`] : []),
    ...(truncated ? ['There are more objects than are read.'] : []),
  ];
  return reasons.join(' ').slice(0, 300) || null;
}

/** Host and path, for people. */
function shortUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`.slice(0, 200);
}
