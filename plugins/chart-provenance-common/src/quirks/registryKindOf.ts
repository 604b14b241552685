import { RegistryKind } from './types';

const BY_HOST: readonly [RegExp, RegistryKind][] = [
  [/^(?:ghcr\.io|containers\.[a-z0-9-]+\.ghe\.com)$/, 'ghcr'],
  [/^(?:(?:registry-1|index)\.)?docker\.io$/, 'dockerHub'],
  [
    /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.(?:com|com\.cn|eu)|on\.aws)$/,
    'ecr',
  ],
  [/^public\.ecr\.aws$/, 'ecr'],
  [/\.azurecr\.(?:io|cn|us)$/, 'acr'],
  [/(?:^|\.)gcr\.io$|-docker\.pkg\.dev$/, 'gar'],
  [/^quay\.io$/, 'quay'],
  [/\.jfrog\.io$/, 'artifactory'],
  [/^registry\.gitlab\.com$/, 'gitlab'],
];

const BY_HEADER: readonly [string, RegExp, RegistryKind][] = [
  ['x-jfrog-version', /./, 'artifactory'],
  ['x-artifactory-id', /./, 'artifactory'],
  ['www-authenticate', /service="?harbor-registry/i, 'harbor'],
  ['www-authenticate', /realm="?[^"]*\/jwt\/auth\b/i, 'gitlab'],
  ['www-authenticate', /realm="?[^"]*\/artifactory\//i, 'artifactory'],
  ['www-authenticate', /realm="?[^"]*\/v2\/auth\b/i, 'quay'],
  ['gitlab-container-registry-version', /./, 'gitlab'],
  ['docker-distribution-api-version', /registry\/2\.0/i, 'distribution'],
];

/**
 * What kind of registry it is: by its host where that says so, else by what it answered. Headers are the registry's own word;
 * they decide which advice is shown, and nothing else.
 *
 * @param host - `host[:port]`
 * @param headers - of any answer of it; names in lower case
 * @public
 */
export function registryKindOf(
  host: string,
  headers: Readonly<Record<string, string>> = {},
): RegistryKind {
  const name = host.toLocaleLowerCase('en-US').replace(/:\d+$/, '');
  const known = BY_HOST.find(([pattern]) => pattern.test(name));
  if (known) {
    return known[1];
  }
  const seen = BY_HEADER.find(([header, pattern]) =>
    pattern.test((headers[header] ?? '').slice(0, 2_000)),
  );
  return seen ? seen[2] : 'unknown';
}
