import { z } from 'zod';
import { parseJson } from '../descriptor/parseJson';
import { OrasError } from '../error/OrasError';
import { isTag } from '../reference/parseTag';
import { TagBudget } from '../target/bounds';
import type { TagListOptions } from '../target/Target';
import { listPages } from './listPages';
import type { RegistryClient } from './RegistryClient';

/** A registry that does not paginate sends them all at once. */
const PAGE_LIMIT = 16 * 1024 * 1024;
const PAGE_SIZE = 1_000;

// Not an array of checked strings: that collects an issue for each bad one, and a page may have millions.
const tagList = z.custom<string[]>(
  value =>
    Array.isArray(value) &&
    value.every(tag => typeof tag === 'string' && isTag(tag)),
);
const tagsSchema = z.object({
  tags: tagList.nullish().transform(tags => tags ?? []),
});

/**
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 * @internal
 */
export async function* listTags(
  client: RegistryClient,
  repository: string,
  options: TagListOptions = {},
): AsyncGenerator<string[]> {
  const query = new URLSearchParams({
    n: String(options.pageSize ?? PAGE_SIZE),
    ...(options.last !== undefined && { last: options.last }),
  });
  const first = {
    method: 'GET',
    repository,
    url: `${client.url(repository, 'tags/list')}?${query}`,
    what: 'tags',
    maxBytes: PAGE_LIMIT,
    signal: options.signal,
  } as const;
  const budget = new TagBudget(options);
  const { maxPages = 1_000 } = options;
  for await (const { body } of listPages(client, first, maxPages)) {
    const json = parseJson(body, 'the list of tags');
    const result = tagsSchema.safeParse(json);
    if (!result.success) {
      throw new OrasError(
        'malformed-response',
        `${repository}: the list of tags cannot be read`,
      );
    }
    const { tags } = result.data;
    budget.take(tags);
    yield tags;
  }
}
