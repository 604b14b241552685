import type { BuiltInAuth } from './authSchemas';
import { azureCloudOf, isGoogleRegistryHost, parseEcrHost } from './cloudHosts';
import { Problems } from './problems';
import type { RegistryConfig } from './types';

type CloudAuth = BuiltInAuth['aws' | 'google' | 'azure'];

const CLOUDS = {
  aws: {
    name: 'Amazon ECR',
    like: '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    owns: (host: string) => parseEcrHost(host) !== undefined,
  },
  google: {
    name: 'Google Artifact Registry',
    like: 'europe-west3-docker.pkg.dev',
    owns: isGoogleRegistryHost,
  },
  azure: {
    name: 'Azure Container Registry',
    like: 'acme.azurecr.io',
    owns: (host: string) => azureCloudOf(host) !== undefined,
  },
} as const;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * A cloud's token is worth more than one registry: it may be shown to that cloud's own hosts only, or to one the operator
 * names twice. A slip of the pen in `host` would otherwise hand it to whoever owns that name.
 *
 * @param path - of the registry, like `registries[0]`
 */
export function checkCloudHost(
  registry: Pick<RegistryConfig, 'host' | 'plainHttp'> & { auth: CloudAuth },
  path: string,
  problems: Problems,
): void {
  const { host, auth, plainHttp } = registry;
  const { name, like, owns } = CLOUDS[auth.type];
  if (plainHttp && !LOOPBACK.test(host)) {
    problems.add(
      `${path}.plainHttp`,
      `a token of ${name} is not sent without TLS; remove it`,
    );
  }
  if (auth.confirmHost !== undefined) {
    checkConfirmation(host, auth, path, problems);
    return;
  }
  if (owns(host)) {
    return;
  }
  problems.add(
    `${path}.auth`,
    auth.type === 'aws' && host === 'public.ecr.aws'
      ? 'ECR Public is read without signing in; use {type: none}'
      : `${host} is no host of ${name} (they are like ${like}), so it is not shown its tokens; if it is one under a name of your own, say so by repeating it: confirmHost: ${host}`,
  );
}

function checkConfirmation(
  host: string,
  auth: CloudAuth,
  path: string,
  problems: Problems,
): void {
  if (auth.confirmHost !== host) {
    problems.add(
      `${path}.auth.confirmHost`,
      `must repeat the host, ${host}, and nothing else`,
    );
  }
  if (auth.type === 'aws' && !auth.region && !parseEcrHost(host)) {
    problems.add(
      `${path}.auth.region`,
      'is missing: it cannot be read off this host; write it like eu-central-1',
    );
  }
}

/** Is it one of the clouds' kinds? */
export function isCloudAuth(auth: { type: string }): auth is CloudAuth {
  return Object.hasOwn(CLOUDS, auth.type);
}
