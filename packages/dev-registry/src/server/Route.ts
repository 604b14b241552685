/**
 * What a path asks for.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints
 * @internal
 */
export type Route =
  | { kind: 'base' }
  | { kind: 'catalog' }
  | { kind: 'token' }
  | RepositoryRoute;

/** @internal */
export type RepositoryRoute =
  | { kind: 'tags'; name: string }
  | { kind: 'manifest'; name: string; reference: string }
  | { kind: 'referrers'; name: string; digest: string }
  | { kind: 'uploads'; name: string }
  | { kind: 'upload'; name: string; session: string }
  | { kind: 'blob'; name: string; digest: string };

/** Where the token endpoint lives; outside `/v2/`, as on every real registry. */
export const TOKEN_PATH = '/token';

const PATTERNS: [RegExp, (name: string, last: string) => RepositoryRoute][] = [
  [/^\/v2\/(.+)\/tags\/list$/, name => ({ kind: 'tags', name })],
  [
    /^\/v2\/(.+)\/manifests\/([^/]+)$/,
    (name, reference) => ({ kind: 'manifest', name, reference }),
  ],
  [
    /^\/v2\/(.+)\/referrers\/([^/]+)$/,
    (name, digest) => ({ kind: 'referrers', name, digest }),
  ],
  [/^\/v2\/(.+)\/blobs\/uploads\/?$/, name => ({ kind: 'uploads', name })],
  [
    /^\/v2\/(.+)\/blobs\/uploads\/([^/]+)$/,
    (name, session) => ({ kind: 'upload', name, session }),
  ],
  [
    /^\/v2\/(.+)\/blobs\/([^/]+)$/,
    (name, digest) => ({ kind: 'blob', name, digest }),
  ],
];

/**
 * @returns undefined for a path that no endpoint serves
 * @internal
 */
export function parseRoute(path: string): Route | undefined {
  if (path === '/v2/' || path === '/v2') {
    return { kind: 'base' };
  }
  if (path === '/v2/_catalog') {
    return { kind: 'catalog' };
  }
  if (path === TOKEN_PATH) {
    return { kind: 'token' };
  }
  return parseRepositoryRoute(path);
}

function parseRepositoryRoute(path: string): RepositoryRoute | undefined {
  for (const [pattern, build] of PATTERNS) {
    const match = pattern.exec(path);
    if (match) {
      return build(match[1], decode(match[2] ?? ''));
    }
  }
  return undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // No reference or digest has a stray per cent sign: the grammar refuses it later.
    return segment;
  }
}

/** @internal */
export function repositoryOf(path: string): string | undefined {
  return parseRepositoryRoute(path)?.name;
}
