const KNOWN: Readonly<Record<string, string>> = {
  'ghcr.io': 'github.com',
  'registry.gitlab.com': 'gitlab.com',
};
const ENTERPRISE_PREFIX = 'containers.';

/** The host under `integrations` that goes with a registry, where that is known: `containers.<host>` is GitHub Enterprise's. */
export function integrationHostOf(registryHost: string): string | undefined {
  if (Object.hasOwn(KNOWN, registryHost)) {
    return KNOWN[registryHost];
  }
  return registryHost.startsWith(ENTERPRISE_PREFIX)
    ? registryHost.slice(ENTERPRISE_PREFIX.length)
    : undefined;
}
