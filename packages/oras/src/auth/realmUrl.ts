import { OrasError } from '../error/OrasError';
import { hostNames } from '../egress/hostRules';

/** Where registries known to everybody keep their realm; for these registries only. */
const KNOWN_REALMS: Readonly<Record<string, readonly string[]>> = {
  'registry-1.docker.io': ['auth.docker.io'],
  'registry.gitlab.com': ['gitlab.com'],
};

/**
 * The realm of a Bearer challenge, if it may be asked: on the registry's own origin, or by https on a host the operator named. A
 * registry (or whoever answers for it) could otherwise have our credentials sent anywhere.
 *
 * @throws OrasError `egress-refused`, `malformed-response`
 * @internal
 */
export function realmUrl(
  realm: string | undefined,
  registryOrigin: string,
  realmHosts: readonly string[] = [],
): URL {
  const { host } = new URL(registryOrigin);
  if (realm === undefined || !URL.canParse(realm)) {
    throw new OrasError(
      'malformed-response',
      `${host}: the token realm is no absolute URL`,
      { host },
    );
  }
  const url = new URL(realm);
  const allowed = new Set(
    [...realmHosts, ...(KNOWN_REALMS[host] ?? [])].map(h => h.toLowerCase()),
  );
  const named =
    url.protocol === 'https:' && hostNames(url).some(name => allowed.has(name));
  if (
    (url.origin !== registryOrigin && !named) ||
    url.username ||
    url.password
  ) {
    throw new OrasError(
      'egress-refused',
      `${host}: the token realm is on ${url.host}, which is not configured as a realm of this registry`,
      { host },
    );
  }
  return url;
}
