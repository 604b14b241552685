import type { TransportResponse } from '../egress/Transport';
import { OrasError } from '../error/OrasError';
import { nextPage } from './nextPage';
import type { RegistryCall, RegistryClient } from './RegistryClient';

/**
 * The answers of a paginated listing, one after another. A page that was there before ends it with an error.
 *
 * @throws OrasError `too-many` past `maxPages`, `malformed-response` for a loop
 * @internal
 */
export async function* listPages(
  client: RegistryClient,
  first: RegistryCall,
  maxPages: number,
): AsyncGenerator<TransportResponse> {
  const seen = new Set<string>();
  let call: RegistryCall | undefined = first;
  while (call) {
    const { url }: RegistryCall = call;
    if (seen.has(url)) {
      throw new OrasError(
        'malformed-response',
        `${new URL(url).host}: the pages of the list run in a circle`,
        { host: new URL(url).host },
      );
    }
    if (seen.size >= maxPages) {
      throw new OrasError('too-many', `more than ${maxPages} pages`);
    }
    seen.add(url);
    const response: TransportResponse = await client.send(call);
    yield response;
    const next = nextPage(url, response.headers.link);
    // Statuses that mean something on the first page are failures on a later one.
    call = next === undefined ? undefined : { ...first, url: next, also: [] };
  }
}
