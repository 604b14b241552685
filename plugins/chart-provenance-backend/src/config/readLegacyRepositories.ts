import { isObject } from './isObject';
import { legacyAuthSchemas, legacyRepositorySchema } from './legacySchema';
import { Problems } from './problems';
import { LegacyAuth, LegacyRepositoryConfig } from './types';

/** Reads `legacyRepositories`. */
export function readLegacyRepositories(
  raw: readonly unknown[],
  problems: Problems,
): LegacyRepositoryConfig[] {
  const seen = new Set<string>();
  return raw.flatMap((value, index) => {
    const path = `legacyRepositories[${index}]`;
    const repository = readOne(value, path, problems);
    if (repository && seen.has(repository.url)) {
      problems.add(
        path,
        `'${repository.url}' is there twice; each needs its own URL`,
      );
    }
    seen.add(repository?.url ?? '');
    return repository ? [repository] : [];
  });
}

function readOne(
  value: unknown,
  path: string,
  problems: Problems,
): LegacyRepositoryConfig | undefined {
  const repository = problems.parse(legacyRepositorySchema, value, path);
  const written = isObject(value) ? value : {};
  const auth = readAuth(written.auth ?? { type: 'none' }, path, problems);
  if (!repository || !auth) {
    return undefined;
  }
  const { url, allowPrivateAddress } = repository;
  if (url.startsWith('http:') && !allowPrivateAddress) {
    problems.add(
      `${path}.url`,
      'http: is accepted only together with allowPrivateAddress: true, for a repository on this machine or network; use https: otherwise',
    );
    return undefined;
  }
  return { url, allowPrivateAddress, auth };
}

function readAuth(
  value: unknown,
  path: string,
  problems: Problems,
): LegacyAuth | undefined {
  const type = isObject(value) ? value.type : undefined;
  if (type === 'none' || type === 'basic' || type === 'token') {
    return problems.parse(legacyAuthSchemas[type], value, `${path}.auth`);
  }
  if (!isObject(value)) {
    problems.add(
      `${path}.auth`,
      `must be an object like {type: none}; types are ${Object.keys(
        legacyAuthSchemas,
      ).join(', ')}`,
    );
    return undefined;
  }
  problems.add(
    `${path}.auth.type`,
    `must be one of ${Object.keys(legacyAuthSchemas).join(', ')}`,
  );
  return undefined;
}
