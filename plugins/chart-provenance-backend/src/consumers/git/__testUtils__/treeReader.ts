import {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';

/** A repository as a URL reader shows it: paths relative to the URL, the filter asked with sizes, an etag for the commit. */
export class TreeReader implements UrlReaderService {
  /** URL of the folder → its files. */
  readonly trees = new Map<string, Record<string, string | Buffer>>();
  etag: string | undefined = 'commit-1';
  /** Some hosts do not tell sizes beforehand. */
  tellsSizes = true;
  readonly read: string[] = [];

  async readTree(
    url: string,
    { filter, etag }: UrlReaderServiceReadTreeOptions = {},
  ) {
    this.#open(url, etag);
    const files = Object.entries(this.trees.get(url) ?? {})
      .filter(([path, text]) =>
        filter
          ? filter(
              path,
              this.tellsSizes ? { size: Buffer.byteLength(text) } : undefined,
            )
          : true,
      )
      .map(([path, text]) => ({
        path,
        content: async () => Buffer.from(text),
      }));
    return {
      files: async () => files,
      archive: () => Promise.reject(new Error('not asked for')),
      dir: () => Promise.reject(new Error('not asked for')),
      etag: this.etag ?? '',
    };
  }

  async readUrl(url: string, { etag }: { etag?: string } = {}) {
    this.#open(url, etag);
    const [text] = Object.values(this.trees.get(url) ?? {});
    return { buffer: async () => Buffer.from(text), etag: this.etag };
  }

  search(): Promise<never> {
    return Promise.reject(new Error('not asked for'));
  }

  #open(url: string, etag: string | undefined): void {
    this.read.push(url);
    if (!this.trees.has(url)) {
      throw new NotFoundError(`${url}?token=s3cret not found`);
    }
    if (etag !== undefined && etag === this.etag) {
      throw new NotModifiedError();
    }
  }
}
