import { RegistryConfig } from '../config';
import { loggingCauses } from './cloud';
import { awsCredentialSource } from './aws';
import { azureCredentialSource } from './azure';
import { CredentialDeps } from './CredentialDeps';
import { CredentialSource } from './CredentialSource';
import { dockerConfigSource } from './dockerConfig';
import { googleCredentialSource } from './google';
import { integrationSource } from './integration';
import { providerSource } from './providerSource';
import { RefreshingCredential } from './RefreshingCredential';
import { staticSource } from './staticSource';

/**
 * The source of one registry's credentials by its `auth`. Kinds that cost a request or a process are kept and renewed; the
 * clouds load their libraries when they are first asked. (Libraries only: in development the CLI compiles our own files as they are
 * required, and `import()` finds no named exports in them.)
 */
export function credentialSourceOf(
  registry: Pick<
    RegistryConfig,
    'host' | 'auth' | 'allowPrivateAddress' | 'plainHttp'
  >,
  deps: CredentialDeps,
): CredentialSource {
  const { host, auth } = registry;
  const kept = (source: CredentialSource) =>
    new RefreshingCredential(source, { now: deps.now });
  const cloud = (source: CredentialSource) =>
    kept(loggingCauses(source, deps.logger));
  switch (auth.type) {
    case 'none':
    case 'basic':
    case 'token':
      return staticSource(auth);
    case 'provider':
      return providerSource(auth, deps.providers);
    case 'dockerConfig':
      return dockerConfigSource({ host, auth }, deps);
    case 'integration':
      return kept(integrationSource({ host, auth }, deps));
    case 'aws':
      return cloud(awsCredentialSource({ host, auth }, deps));
    case 'google':
      return cloud(googleCredentialSource({ host, auth }));
    case 'azure':
      return cloud(azureCredentialSource({ ...registry, auth }, deps));
    default:
      throw new Error(`Unknown auth ${String(auth satisfies never)}`);
  }
}
