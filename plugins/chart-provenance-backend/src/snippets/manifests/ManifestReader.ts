import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ConsumerRow,
  SnippetConsumer,
} from 'backstage-plugin-chart-provenance-common';
import { skeletonOf } from './skeletonOf';

const MAX_BYTES = 256 * 1024;
const TIMEOUT_MS = 5_000;
const KEPT_MS = 60_000;
const MAX_KEPT = 200;
/** Files that one question has read. */
const MAX_READ = 10;
const MAX_CONSUMERS = 30;

interface Kept {
  at: number;
  text: Promise<string | undefined>;
}

/** What manifests are read with. */
export interface ManifestReaderOptions {
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  logger: Pick<LoggerService, 'debug'>;
  now: () => Date;
}

/**
 * Reads the manifests of consumers that are known: the file, where it lies in a Git place of the operator, else what is known of the object. A
 * file is read only from the address that the reading of that place gave it; nothing that a consumer writes leads anywhere.
 */
export class ManifestReader {
  readonly #options: ManifestReaderOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: ManifestReaderOptions) {
    this.#options = options;
  }

  /** Those of the consumers whose manifest is known, at most 30. */
  async read(rows: readonly ConsumerRow[]): Promise<SnippetConsumer[]> {
    const chosen = rows.slice(0, MAX_CONSUMERS);
    const inGit = chosen.filter(isInGit).slice(0, MAX_READ);
    const files = new Map(
      await Promise.all(
        inGit.map(async row => [row.id, await this.#file(row)] as const),
      ),
    );
    return chosen.flatMap(row => {
      const file = files.get(row.id);
      const text = file ?? skeletonOf(row);
      return text === undefined
        ? []
        : [consumerOf(row, text, file !== undefined)];
    });
  }

  #file(row: ConsumerRow): Promise<string | undefined> {
    const { now } = this.#options;
    const at = now().getTime();
    const href = row.where.href ?? '';
    const kept = this.#kept.get(href);
    if (kept && at - kept.at < KEPT_MS) {
      return kept.text;
    }
    const text = this.#fetch(href);
    this.#kept.delete(href);
    this.#kept.set(href, { at, text });
    if (this.#kept.size > MAX_KEPT) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
    return text;
  }

  /** Undefined where it cannot be had: what is known of the object is shown instead. */
  async #fetch(href: string): Promise<string | undefined> {
    const { urlReader, logger } = this.#options;
    try {
      const answer = await urlReader.readUrl(href, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const bytes = await answer.buffer();
      return bytes.length > MAX_BYTES
        ? undefined
        : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      logger.debug(`A manifest could not be read: ${error}`);
      return undefined;
    }
  }
}

function isInGit({ where }: ConsumerRow): boolean {
  return (
    where.source.startsWith('git:') &&
    where.path !== null &&
    where.href !== null
  );
}

function consumerOf(
  row: ConsumerRow,
  text: string,
  wholeFile: boolean,
): SnippetConsumer {
  const { id, kind, name, namespace, where } = row;
  const full = namespace === null ? name : `${namespace}/${name}`;
  return {
    id,
    kind,
    name,
    namespace,
    title: `${kind} ${full} in ${where.title}`,
    part: '',
    path: where.path,
    href: where.href,
    text,
    wholeFile,
  };
}
