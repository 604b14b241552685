import { isCloudAuth } from './checkCloudHost';
import { Problems } from './problems';
import type { RegistryAuth, RegistryListing } from './types';

const GAR_HOST = /^[a-z]+(?:-[a-z]+\d{1,2})?-docker\.pkg\.dev$/;
/** With the default scope container registries can be read, and their API not asked. */
const GAR_SCOPE = 'cloud-platform.read-only';

/**
 * Why a registry's repositories cannot be listed by that with this auth, a sentence without its subject; undefined when they can. A cloud's
 * token is for its own API, and a stranger's API gets none.
 */
export function listingProblem(
  { host, auth }: { host: string; auth: RegistryAuth },
  listing: Exclude<RegistryListing, 'auto' | 'none'>,
): string | undefined {
  switch (listing) {
    case 'ecr':
      return auth.type === 'aws' ? undefined : 'goes with auth: {type: aws}';
    case 'gar':
      if (!GAR_HOST.test(host)) {
        return 'goes with hosts like europe-west3-docker.pkg.dev';
      }
      return auth.type === 'google' && auth.scope === GAR_SCOPE
        ? undefined
        : `goes with auth: {type: google, scope: ${GAR_SCOPE}}: the API of Artifact Registry takes no narrower one`;
    case 'github':
      return ['integration', 'token', 'basic'].includes(auth.type) &&
        (host === 'ghcr.io' || host.startsWith('containers.'))
        ? undefined
        : "goes with a registry of GitHub's (ghcr.io, containers.HOST) and auth of the type integration or token: GitHub lists nothing without";
    case 'harbor':
      return isCloudAuth(auth)
        ? "goes with no cloud's token; a robot account of the project's does"
        : undefined;
    default:
      return undefined;
  }
}

/** Checks what was written outright. */
export function checkListing(
  registry: { host: string; auth: RegistryAuth; listing: RegistryListing },
  path: string,
  problems: Problems,
): void {
  const { listing } = registry;
  if (listing !== 'auto' && listing !== 'none') {
    const problem = listingProblem(registry, listing);
    if (problem) {
      problems.add(`${path}.listing`, problem);
    }
  }
}
