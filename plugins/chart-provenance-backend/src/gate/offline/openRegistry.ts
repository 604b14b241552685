import { ConfigReader } from '@backstage/config';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { DockerConfigAuth, RegistryAuth } from '../../config';
import { realCredentialDeps, RegistryTargets } from '../../registries';
import { configPath } from '../../registries/dockerConfig/configPath';
import { OfflineCredentials } from './OfflineCredentials';

const CLOUDS = /^(?:AWS|AZURE|CLOUDSDK|GOOGLE)_/;
const CONCURRENCY = 4;
const REQUESTS_PER_SECOND = 50;

/** Connections to the one registry of a policy file, over the same egress rules as the backend's. Close them after use. */
export async function openRegistry(
  policy: OfflinePolicy,
  credentials: OfflineCredentials,
): Promise<RegistryTargets> {
  const deps = realCredentialDeps({
    providers: new Map(),
    rootConfig: new ConfigReader({}),
  });
  return new RegistryTargets({
    registries: [
      {
        ...policy.registry,
        host: policy.chart.registry,
        auth: await authOf(credentials, deps.env),
        concurrency: CONCURRENCY,
        requestsPerSecond: REQUESTS_PER_SECOND,
        listing: 'none',
      },
    ],
    deps,
  });
}

async function authOf(
  credentials: OfflineCredentials,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RegistryAuth> {
  const found =
    credentials.type === 'dockerConfig'
      ? await configPath(credentials.path, env)
      : undefined;
  if (found === undefined) {
    return { type: 'none' };
  }
  const auth: DockerConfigAuth = {
    type: 'dockerConfig',
    path: found,
    // Helpers of the clouds sign in by these.
    environment: Object.keys(env).filter(name => CLOUDS.test(name)),
  };
  return auth;
}
