import { OrasError } from 'chart-provenance-oras';
import { LegacyRepositoryConfig } from '../../config';
import { LegacyReading } from '../../store';
import { failureOfError, failureOfStatus } from './http/explain';
import { LegacyClient } from './http/LegacyClient';
import { conditionOf, validatorOf } from './http/validators';
import { LegacyFailure } from './LegacyFailure';
import { Entries } from './text/EntryList';
import { readEntries } from './text/readEntries';

/** A reading that is none of the failures. */
type GoodReading = Exclude<LegacyReading, { failure: unknown }>;

/** What reading a legacy repository needs. */
export interface ReadRepositoryOptions {
  repository: LegacyRepositoryConfig;
  client: Pick<LegacyClient, 'get'>;
  /** What the last answer said of itself. */
  validator: string | null;
  /** Ask whether it is a ChartMuseum, whose API is read then. */
  askApi: boolean;
  /** Milliseconds since the epoch. */
  now: () => number;
  signal?: AbortSignal;
}

/**
 * Reads what a legacy repository lists: ChartMuseum's API where one answers, else `index.yaml`, and that only when it is another than
 * last time.
 *
 * @throws LegacyFailure
 */
export async function readRepository(
  options: ReadRepositoryOptions,
): Promise<GoodReading> {
  const { repository, askApi } = options;
  try {
    const museum = askApi ? await readApi(options) : undefined;
    return museum ?? (await readIndex(options));
  } catch (error) {
    throw failureOfError(error, repository.url);
  }
}

/**
 * ChartMuseum's list of everything. Other servers answer anything at that path, so only an answer with versions in it counts; whatever
 * else comes says that the index is to be read.
 */
async function readApi({
  repository,
  client,
  signal,
}: ReadRepositoryOptions): Promise<GoodReading | undefined> {
  try {
    const { status, headers, body } = await client.get('api/charts', {
      signal,
    });
    const json = /^application\/json\b/i.test(headers['content-type'] ?? '');
    if (status !== 200 || !json) {
      return undefined;
    }
    const base = indexUrlOf(repository);
    const found = await readEntries(body, {
      base,
      shape: 'chartmuseum',
      signal,
    });
    return found.entries.length > 0
      ? readingOf('chartmuseum', found, body, null)
      : undefined;
  } catch (error) {
    if (isAnotherWay(error)) {
      return undefined;
    }
    throw error;
  }
}

function isAnotherWay(error: unknown): boolean {
  return error instanceof LegacyFailure
    ? error.code === 'no-index'
    : error instanceof OrasError && error.code !== 'aborted';
}

async function readIndex({
  repository,
  client,
  validator,
  now,
  signal,
}: ReadRepositoryOptions): Promise<GoodReading> {
  const condition = conditionOf(validator);
  const response = await client.get('index.yaml', { condition, signal });
  const { status, headers, body } = response;
  if (status === 304 && Object.keys(condition).length > 0) {
    return { unchanged: true };
  }
  if (status !== 200) {
    throw failureOfStatus(repository, response, now());
  }
  const base = indexUrlOf(repository);
  const found = await readEntries(body, { base, signal });
  return readingOf('index', found, body, validatorOf(headers));
}

/** What relative urls are resolved against: where the operator says the index is, as with Helm, not where it was redirected to. */
function indexUrlOf({ url }: LegacyRepositoryConfig): string {
  return `${url}/index.yaml`;
}

function readingOf(
  method: 'index' | 'chartmuseum',
  { apiVersion: _, ...found }: Entries,
  body: Uint8Array,
  validator: string | null,
): GoodReading {
  return { method, ...found, bytes: body.byteLength, validator };
}
