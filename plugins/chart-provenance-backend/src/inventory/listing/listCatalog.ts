import { MAX_NAMES, MAX_PAGES } from './bounds';
import { ListRepositories } from './ListingCall';
import { literalPrefixes } from './literalPrefixes';

/**
 * Docker's registry and zot: `GET /v2/_catalog`, page after page. It lists the whole registry, so it is where a token for
 * `registry:catalog:*` is asked for.
 */
export const listCatalog: ListRepositories = async ({
  rules,
  access,
  sieve,
  signal,
}) => {
  const [path = ''] = literalPrefixes(rules, 1).prefixes;
  const pages = access(path).client.repositories({
    maxPages: MAX_PAGES,
    maxRepositories: MAX_NAMES,
    signal,
  });
  for await (const page of pages) {
    sieve.take(page);
  }
  return true;
};
