import {
  CompiledRepositoryRule,
  compileRepositoryRules,
} from 'backstage-plugin-chart-provenance-common';
import { checkCloudHost, isCloudAuth } from './checkCloudHost';
import { checkListing } from './checkListing';
import { hostSchema, registrySchema, repositorySchema } from './registrySchema';
import { isObject } from './isObject';
import { Problems } from './problems';
import { readAuth } from './readAuth';
import { RegistryAuth, RegistryConfig } from './types';

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
  const before = problems.lines.length;
  const registry = problems.parse(registrySchema, value, path);
  const written = isObject(value) ? value : {};
  const host = hostOf(written);
  const auth = readAuth(
    written.auth ?? { type: 'none' },
    `${path}.auth`,
    { registryHost: host, credentialTypes },
    problems,
  );
  checkNetwork(written, auth, path, problems);
  if (auth && isCloudAuth(auth) && host !== undefined) {
    checkCloudHost(
      { host, auth, plainHttp: written.plainHttp === true },
      path,
      problems,
    );
  }
  if (registry && auth) {
    checkListing({ ...registry, auth }, path, problems);
  }
  // Whoever goes on with the rest, as the doctor does, must not sign in by an entry that is refused.
  if (!registry || !auth || problems.lines.length > before) {
    return undefined;
  }
  const { repositories: _, ...rest } = registry;
  return { ...rest, auth };
}

/** The host, if it is one: in its place may stand a URL with a password, which is not to be repeated. */
function hostOf(written: Record<string, unknown>): string | undefined {
  return hostSchema.safeParse(written.host).data;
}

/** What weakens the way to a registry has to be said with what it needs. */
function checkNetwork(
  written: Record<string, unknown>,
  auth: RegistryAuth | undefined,
  path: string,
  problems: Problems,
): void {
  const { plainHttp, allowPrivateAddress, redirectHosts } = written;
  if (plainHttp === true && allowPrivateAddress !== true) {
    problems.add(
      `${path}.plainHttp`,
      'is accepted only together with allowPrivateAddress: true, for a registry on this machine or network; use HTTPS otherwise',
    );
  }
  if (plainHttp === true && auth?.type === 'integration') {
    problems.add(
      `${path}.plainHttp`,
      'a token of integrations opens more than this registry and is not sent without TLS; remove it',
    );
  }
  const listed = Array.isArray(redirectHosts) && redirectHosts.length > 0;
  if (listed && allowPrivateAddress !== true) {
    problems.add(
      `${path}.redirectHosts`,
      'is accepted only together with allowPrivateAddress: true; a download may be redirected to any public host without being listed',
    );
  }
}

function readRules(
  registry: unknown,
  registryPath: string,
  problems: Problems,
): CompiledRepositoryRule[] {
  const written = isObject(registry) ? registry : {};
  const { repositories } = written;
  const host = hostOf(written) ?? '';
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
    const compiled = compileRepositoryRules([{ ...rule, registry: host }]);
    for (const problem of compiled.problems) {
      problems.add(problem.path.replace('[0]', path), problem.message);
    }
    return compiled.rules;
  });
}
