import { CredentialProvider } from 'chart-provenance-oras';
import { CredentialSource } from './CredentialSource';

/**
 * The credentials for one repository of a registry. They are given for that registry's own host only, whatever the client
 * asks for.
 */
export function credentialProviderOf(
  registryHost: string,
  repository: string,
  source: CredentialSource,
): CredentialProvider {
  return async (host, context = {}) => {
    if (host !== registryHost) {
      return { type: 'none' };
    }
    const { signal, refused } = context;
    const request = { host, repository, signal, refused };
    return (await source.credentials(request)).credential;
  };
}
