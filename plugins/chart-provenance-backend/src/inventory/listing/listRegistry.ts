import { OrasError } from 'chart-provenance-oras';
import { ListingReading } from '../../store';
import { askKind, methodOf } from './chooseMethod';
import { listCatalog } from './listCatalog';
import { listEcr } from './listEcr';
import { listGar } from './listGar';
import { listGithub } from './listGithub';
import { listHarbor } from './listHarbor';
import { ListingCall, ListingMethod, ListRepositories } from './ListingCall';

const LISTERS: Record<ListingMethod, ListRepositories> = {
  catalog: listCatalog,
  harbor: listHarbor,
  ecr: listEcr,
  github: listGithub,
  gar: listGar,
};

/** Nothing is listed, and nothing is known to be gone for it: only names known from elsewhere are tried. */
const NAMES_ONLY = { method: 'names', repositories: [], complete: false };

/** A listing failed by this method. */
export class ListingError extends Error {
  override readonly name = 'ListingError';

  constructor(
    readonly method: ListingMethod,
    override readonly cause: OrasError,
  ) {
    super(cause.message);
  }
}

/**
 * Lists what a registry has of what the operator's rules could match, by what it offers.
 *
 * @throws ListingError
 */
export async function listRegistry(
  call: ListingCall,
): Promise<Exclude<ListingReading, { failure: unknown }>> {
  const { registry, sieve } = call;
  let method: ListingMethod | undefined;
  try {
    const kind =
      registry.listing === 'auto'
        ? await askKind(registry, call.access(''), call.signal)
        : 'unknown';
    method = methodOf(registry, kind);
    if (method === undefined) {
      return NAMES_ONLY;
    }
    const complete = await LISTERS[method](call);
    return { method, repositories: sieve.kept(), complete };
  } catch (error) {
    if (!(error instanceof OrasError)) {
      throw error;
    }
    if (registry.listing === 'auto' && isNotOffered(error, method)) {
      return NAMES_ONLY;
    }
    throw new ListingError(method ?? 'catalog', error);
  }
}

/** `_catalog` is no part of the specification: a registry without it has nothing wrong. */
function isNotOffered(error: OrasError, method: ListingMethod | undefined) {
  return (
    method === 'catalog' &&
    (error.code === 'not-found' || error.code === 'unsupported')
  );
}
