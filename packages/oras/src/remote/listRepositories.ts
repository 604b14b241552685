import { z } from 'zod';
import { parseJson } from '../descriptor/parseJson';
import { OrasError } from '../error/OrasError';
import { repositoryIn } from '../reference/parseRepository';
import type { CallOptions } from '../target/Target';
import { listPages } from './listPages';
import type { RegistryClient } from './RegistryClient';

const PAGE_LIMIT = 16 * 1024 * 1024;
/**
 * @public
 */
export interface RepositoryListOptions extends CallOptions {
  /** Default 100, which every registry grants. */
  pageSize?: number;
  /** Default 1,000. */
  maxPages?: number;
  /** Default 50,000. */
  maxRepositories?: number;
}

const catalogSchema = z.object({
  // Not an array of checked strings: that collects an issue for each bad one, and a page may have millions.
  repositories: z
    .custom<string[]>(
      value =>
        Array.isArray(value) && value.every(name => typeof name === 'string'),
    )
    .nullish()
    .transform(names => names ?? []),
});

/** @internal */
export async function* listRepositories(
  client: RegistryClient,
  options: RepositoryListOptions = {},
): AsyncGenerator<string[]> {
  const { pageSize = 100, maxPages = 1_000 } = options;
  const { maxRepositories = 50_000 } = options;
  const first = {
    method: 'GET',
    catalog: true,
    url: `${client.origin}/v2/_catalog?n=${pageSize}`,
    what: 'the list of repositories',
    maxBytes: PAGE_LIMIT,
    signal: options.signal,
  } as const;
  let seen = 0;
  for await (const { body } of listPages(client, first, maxPages)) {
    const json = parseJson(body, 'the list of repositories');
    const result = catalogSchema.safeParse(json);
    if (!result.success) {
      throw new OrasError(
        'malformed-response',
        'the list of repositories cannot be read',
      );
    }
    const { repositories } = result.data;
    seen += repositories.length;
    if (seen > maxRepositories) {
      throw new OrasError(
        'too-many',
        `more than ${maxRepositories} repositories`,
      );
    }
    yield repositories.filter(isRepository);
  }
}

function isRepository(name: string): boolean {
  try {
    repositoryIn(name, 0, name.length);
    return true;
  } catch {
    return false;
  }
}
