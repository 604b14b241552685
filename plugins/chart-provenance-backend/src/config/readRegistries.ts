import {
  CompiledRepositoryRule,
  compileRepositoryRules,
} from 'backstage-plugin-chart-provenance-common';
import {
  builtInAuthSchemas,
  providerAuthSchema,
  registrySchema,
  repositorySchema,
} from './registrySchema';
import { isObject } from './isObject';
import { nearest } from './nearest';
import { Problems } from './problems';
import { RegistryAuth, RegistryConfig } from './types';

const NOT_YET = ['dockerConfig', 'integration', 'aws', 'google', 'azure'];

/** The registries, and the rules written under all of them. */
export interface Registries {
  registries: RegistryConfig[];
  rules: CompiledRepositoryRule[];
}

/** Reads `registries`. `credentialTypes` are the auth kinds added by modules. */
export function readRegistries(
  raw: readonly unknown[],
  credentialTypes: readonly string[],
  problems: Problems,
): Registries {
  const read = raw.map((value, index) => {
    const path = `registries[${index}]`;
    return {
      registry: readRegistry(value, path, credentialTypes, problems),
      rules: readRules(value, path, problems),
    };
  });
  return {
    registries: read.flatMap(({ registry }) => (registry ? [registry] : [])),
    rules: read.flatMap(({ rules }) => rules),
  };
}

function readRegistry(
  value: unknown,
  path: string,
  credentialTypes: readonly string[],
  problems: Problems,
): RegistryConfig | undefined {
  const registry = problems.parse(registrySchema, value, path);
  const written = isObject(value) ? value : {};
  const auth = readAuth(
    written.auth ?? { type: 'none' },
    `${path}.auth`,
    credentialTypes,
    problems,
  );
  if (written.plainHttp === true && written.allowPrivateAddress !== true) {
    problems.add(
      `${path}.plainHttp`,
      'is accepted only together with allowPrivateAddress: true, for a registry on this machine or network; use HTTPS otherwise',
    );
  }
  if (!registry || !auth) {
    return undefined;
  }
  const { repositories: _, ...rest } = registry;
  return { ...rest, auth };
}

function readRules(
  registry: unknown,
  registryPath: string,
  problems: Problems,
): CompiledRepositoryRule[] {
  const { host, repositories } = isObject(registry)
    ? registry
    : { host: undefined, repositories: undefined };
  if (!Array.isArray(repositories)) {
    return [];
  }
  return repositories.flatMap((value: unknown, index) => {
    const path = `${registryPath}.repositories[${index}]`;
    const rule = problems.parse(repositorySchema, value, path);
    if (!rule) {
      return [];
    }
    // One by one, because the compiler's paths count the rules it was given.
    const compiled = compileRepositoryRules([
      { ...rule, registry: typeof host === 'string' ? host : '' },
    ]);
    for (const problem of compiled.problems) {
      problems.add(problem.path.replace('[0]', path), problem.message);
    }
    return compiled.rules;
  });
}

function readAuth(
  value: unknown,
  path: string,
  credentialTypes: readonly string[],
  problems: Problems,
): RegistryAuth | undefined {
  const type = isObject(value) ? value.type : undefined;
  switch (type) {
    case 'none':
      return problems.parse(builtInAuthSchemas.none, value, path);
    case 'basic':
      return problems.parse(builtInAuthSchemas.basic, value, path);
    case 'token':
      return problems.parse(builtInAuthSchemas.token, value, path);
    default:
      break;
  }
  if (typeof type === 'string' && credentialTypes.includes(type)) {
    const auth = problems.parse(providerAuthSchema, value, path);
    return auth && { type: 'provider', provider: type, options: auth.options };
  }
  problems.add(`${path}.type`, describeUnknownType(type, credentialTypes));
  return undefined;
}

function describeUnknownType(
  type: unknown,
  credentialTypes: readonly string[],
): string {
  const known = ['none', 'basic', 'token', ...credentialTypes];
  if (typeof type !== 'string') {
    return `is missing; use one of ${known.join(', ')}`;
  }
  if (NOT_YET.includes(type)) {
    return `'${type}' is not supported yet; use one of ${known.join(
      ', ',
    )}, or install a module that adds it`;
  }
  const meant = nearest(type, known);
  return meant
    ? `'${type}' is not known; did you mean '${meant}'?`
    : `'${type}' is not known; use one of ${known.join(', ')}`;
}
