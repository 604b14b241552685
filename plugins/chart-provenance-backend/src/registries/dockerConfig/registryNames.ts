const HUB_KEY = 'https://index.docker.io/v1/';
const HUB_HOSTS: readonly string[] = [
  'index.docker.io',
  'docker.io',
  'registry-1.docker.io',
];

/** What a registry is called when its credentials are asked for by name: Docker Hub by a URL of old. */
export function serverUrlOf(host: string): string {
  return HUB_HOSTS.includes(host) ? HUB_KEY : host;
}

/** All names a registry's entry may have as a whole key, the usual one first. */
export function keysOf(host: string): string[] {
  return HUB_HOSTS.includes(host) ? [HUB_KEY, ...HUB_HOSTS] : [host];
}

/**
 * The host of a key with a scheme or an API version, as old clients wrote them: `https://ghcr.io/v2/`. Whole hosts are
 * compared, never parts: `ghcr.io.evil.dev` is another registry.
 *
 * @returns undefined for a key of another form, one with a path among them
 */
export function hostOfUrlKey(key: string): string | undefined {
  const [, scheme, host, path = ''] =
    /^(https?:\/\/)?([^/]+)(\/.*)?$/i.exec(key) ?? [];
  const isWhole = /^\/(?:v[12]\/?)?$/.test(path) || path === '';
  const isUrl = scheme !== undefined || path.length > 1;
  return isUrl && isWhole ? host?.toLowerCase() : undefined;
}

/** Do two names mean the same registry? */
export function sameRegistry(serverUrl: string, host: string): boolean {
  const other = hostOfUrlKey(serverUrl) ?? serverUrl.toLowerCase();
  return keysOf(host).includes(other) || keysOf(host).includes(serverUrl);
}
