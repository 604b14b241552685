import type { Descriptor } from '../descriptor/Descriptor';
import { isManifestType } from '../descriptor/mediaTypes';
import { MANIFEST_LIMIT } from '../descriptor/parseManifest';
import { OrasError } from '../error/OrasError';
import type { CallOptions, FetchOptions, TagListOptions } from './Target';

/** @internal */
export const BLOB_LIMIT = 32 * 1024 * 1024;

/** @internal */
export const REFERRER_LIMIT = 1_000;

/**
 * How many bytes may be read for a descriptor.
 *
 * @throws OrasError `too-large` when it says itself that it has more
 * @internal
 */
export function byteLimit(
  descriptor: Descriptor,
  options: FetchOptions = {},
): number {
  const limit =
    options.maxBytes ??
    (isManifestType(descriptor.mediaType) ? MANIFEST_LIMIT : BLOB_LIMIT);
  if (descriptor.size > limit) {
    throw new OrasError(
      'too-large',
      `${descriptor.digest} has ${descriptor.size} bytes, at most ${limit} are read`,
    );
  }
  return limit;
}

/** @internal */
export function throwIfAborted({ signal }: CallOptions = {}): void {
  if (signal?.aborted) {
    throw new OrasError('aborted', 'the caller gave up', {
      cause: signal.reason,
    });
  }
}

/**
 * Counts pages and tags against the bounds of a listing.
 *
 * @internal
 */
export class TagBudget {
  private pages = 0;
  private tags = 0;
  private readonly maxPages: number;
  private readonly maxTags: number;

  constructor({ maxPages = 1_000, maxTags = 100_000 }: TagListOptions) {
    this.maxPages = maxPages;
    this.maxTags = maxTags;
  }

  /**
   * @throws OrasError `too-many`: a listing that is cut off is not one
   */
  take(page: readonly string[]): void {
    this.pages += 1;
    this.tags += page.length;
    if (this.pages > this.maxPages || this.tags > this.maxTags) {
      throw new OrasError(
        'too-many',
        `more than ${this.maxPages} pages or ${this.maxTags} tags`,
      );
    }
  }
}

/**
 * @throws OrasError `too-many`
 * @internal
 */
export function checkReferrerCount(
  count: number,
  { maxReferrers = REFERRER_LIMIT }: { maxReferrers?: number } = {},
): void {
  if (count > maxReferrers) {
    throw new OrasError('too-many', `more than ${maxReferrers} referrers`);
  }
}

/**
 * Cuts a sorted list of tags into pages, starting after `last`.
 *
 * @internal
 */
export function* tagPages(
  sorted: readonly string[],
  options: TagListOptions = {},
): Generator<string[]> {
  const { last = '' } = options;
  const size = Math.max(1, options.pageSize ?? 1_000);
  const rest = sorted.filter(tag => tag > last);
  const budget = new TagBudget(options);
  for (let at = 0; at < rest.length; at += size) {
    const page = rest.slice(at, at + size);
    budget.take(page);
    yield page;
  }
}
