const DOCKER_HUB = 'registry-1.docker.io';
const DOCKER_HUB_ALIASES: readonly string[] = ['docker.io', 'index.docker.io'];

/**
 * One spelling for one registry, for comparing: lower case, without the default port of HTTPS, and Docker Hub by the host
 * that is contacted. Does not check that the text is a host; contact the host as the operator wrote it.
 *
 * @public
 */
export function normaliseRegistryHost(host: string): string {
  const lower = host.toLowerCase().replace(/:443$/, '');
  return DOCKER_HUB_ALIASES.includes(lower) ? DOCKER_HUB : lower;
}
