import { Call } from '../server/Call';
import { RegistryError } from '../server/RegistryError';
import { jsonReply, Reply } from '../server/Reply';
import { nextLink } from './nextLink';
import { RegistryState } from './RegistryState';

/**
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 * @internal
 */
export async function listTags(
  state: RegistryState,
  name: string,
  call: Call,
): Promise<Reply> {
  const repository = state.repositories.require(name);
  const { page, link } = cut(
    await repository.tags(),
    call,
    state.pageSize.tags,
  );
  return jsonReply(200, { name, tags: page }, link);
}

/**
 * Not in the specification; Docker's registry has it and clients use it.
 *
 * @internal
 */
export function listCatalog(state: RegistryState, call: Call): Reply {
  const names = state.repositories.names();
  if (!names) {
    throw new RegistryError(404, 'UNSUPPORTED', 'cannot list repositories');
  }
  const { page, link } = cut(names, call, state.pageSize.tags);
  return jsonReply(200, { repositories: page }, link);
}

function cut(
  entries: string[],
  call: Call,
  maxPageSize: number,
): { page: string[]; link: Record<string, string> } {
  const wanted = call.query.get('n');
  if (wanted !== null && !/^\d+$/.test(wanted)) {
    throw new RegistryError(400, 'UNSUPPORTED', `n is no number: ${wanted}`);
  }
  const size = Math.min(Number(wanted ?? maxPageSize), maxPageSize);
  const last = call.query.get('last');
  const rest = entries.sort().filter(entry => last === null || entry > last);
  const page = rest.slice(0, size);
  const more = page.length > 0 && page.length < rest.length;
  return {
    page,
    link: more
      ? nextLink(call.path, { n: String(size), last: page[page.length - 1] })
      : {},
  };
}
