import {
  RegistryCredentialProvider,
  RegistryCredentials,
} from 'backstage-plugin-chart-provenance-node';
import { Credential, CredentialProvider } from 'chart-provenance-oras';
import { RegistryConfig } from '../config';

/**
 * The credentials for one repository of a registry. They are given for that registry's own host only, whatever the client
 * asks for.
 */
export function credentialProviderOf(
  registry: Pick<RegistryConfig, 'host' | 'auth'>,
  repository: string,
  providers: ReadonlyMap<string, RegistryCredentialProvider>,
): CredentialProvider {
  return async host => {
    if (host !== registry.host) {
      return { type: 'none' };
    }
    const { auth } = registry;
    if (auth.type !== 'provider') {
      return auth;
    }
    const provider = providers.get(auth.provider);
    const credentials = await provider?.credentials({
      host,
      repository,
      options: auth.options,
    });
    return asCredential(credentials);
  };
}

function asCredential(
  credentials: RegistryCredentials | undefined,
): Credential {
  return credentials ?? { type: 'none' };
}
