import {
  RegistryKind,
  registryKindOf,
} from 'backstage-plugin-chart-provenance-common';
import { followRedirects } from 'chart-provenance-oras';
import { listingProblem, RegistryConfig } from '../../config';
import { RegistryAccess } from '../../registries';
import { ListingMethod } from './ListingCall';

/** What each kind offers to whoever may read charts. GitLab and Quay list to administrators only, Docker Hub to nobody. */
const BY_KIND: Readonly<Record<RegistryKind, ListingMethod | undefined>> = {
  acr: 'catalog',
  artifactory: 'catalog',
  distribution: 'catalog',
  dockerHub: undefined,
  ecr: 'ecr',
  gar: 'gar',
  ghcr: 'github',
  gitlab: undefined,
  harbor: 'harbor',
  quay: undefined,
  unknown: 'catalog',
};

/**
 * How a registry is to be listed when it is of that kind; undefined: not at all. What `auto` picks must go with the credentials as they are;
 * GitHub's API is shown no token that was not given for GitHub.
 */
export function methodOf(
  registry: RegistryConfig,
  kind: RegistryKind,
): ListingMethod | undefined {
  const { listing, auth } = registry;
  if (listing !== 'auto') {
    return listing === 'none' ? undefined : listing;
  }
  const method = BY_KIND[kind];
  return method === undefined ||
    listingProblem(registry, method) !== undefined ||
    (method === 'github' && auth.type !== 'integration')
    ? undefined
    : method;
}

/** May it be listed, as far as can be said without asking it? */
export function isListed(registry: RegistryConfig): boolean {
  return methodOf(registry, registryKindOf(registry.host)) !== undefined;
}

/** The kind of a registry: what its host says, else what it answers somebody who shows no credentials. */
export async function askKind(
  { host, plainHttp }: RegistryConfig,
  { transport }: Pick<RegistryAccess, 'transport'>,
  signal: AbortSignal,
): Promise<RegistryKind> {
  const known = registryKindOf(host);
  if (known !== 'unknown') {
    return known;
  }
  const { headers } = await followRedirects(
    transport,
    {
      method: 'GET',
      url: `${plainHttp ? 'http' : 'https'}://${host}/v2/`,
      signal,
    },
    'origin',
  );
  return registryKindOf(host, headers);
}
