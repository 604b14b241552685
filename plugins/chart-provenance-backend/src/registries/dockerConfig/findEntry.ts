import { hostOfUrlKey, keysOf } from './registryNames';
import { AuthEntry, DockerConfig } from './schema';

/** Where the configuration says the credentials of a repository are. */
export type Found =
  | { type: 'helper'; name: string }
  | { type: 'entry'; entry: AuthEntry }
  | { type: 'none' };

/**
 * Looks as Docker does: a helper for this registry, else the store for all of them, else the file itself. With a helper or a store
 * the entries in the file do not count. An entry for a path (`ghcr.io/acme`, as Podman writes them) counts for the repositories
 * under it, the longest first.
 */
export function findEntry(
  config: DockerConfig,
  host: string,
  repository: string,
): Found {
  const names = keysOf(host);
  const helpers = new Map(Object.entries(config.credHelpers));
  const own = names.find(name => helpers.has(name));
  const helper =
    own === undefined ? config.credsStore : helpers.get(own) ?? undefined;
  if (helper) {
    return { type: 'helper', name: helper };
  }
  const auths = new Map(Object.entries(config.auths));
  const key =
    scopedKeys(names, repository).find(one => auths.has(one)) ??
    names.find(name => auths.has(name)) ??
    [...auths.keys()].find(one => names.includes(hostOfUrlKey(one) ?? ''));
  const entry = key === undefined ? undefined : auths.get(key);
  return entry ? { type: 'entry', entry } : { type: 'none' };
}

function scopedKeys(names: readonly string[], repository: string): string[] {
  const segments = repository.split('/');
  return segments.flatMap((_, dropped) => {
    const path = segments.slice(0, segments.length - dropped).join('/');
    return names.flatMap(name => [
      `${name}/${path}`,
      `https://${name}/${path}`,
    ]);
  });
}
