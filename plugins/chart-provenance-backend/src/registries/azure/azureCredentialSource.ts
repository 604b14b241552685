import { AzureAuth, RegistryConfig } from '../../config';
import { CredentialDeps } from '../CredentialDeps';
import { CredentialSource } from '../CredentialSource';
import { azureError } from './azureError';
import { exchangeForRefreshToken } from './exchangeForRefreshToken';
import { identityFor, WantedIdentity } from './identityFor';

/** The audience of registry tokens, the same in every cloud; a token for it opens nothing but registries. */
const SCOPE = 'https://containerregistry.azure.net/.default';

/**
 * An ACR refresh token: an Entra access token of the backend's workload or managed identity, exchanged at the registry. It lives
 * for three hours; the registry's realm gives pull tokens for it. Asked afresh each time: what is on disk may have been rotated.
 */
export function azureCredentialSource(
  registry: Pick<
    RegistryConfig,
    'host' | 'allowPrivateAddress' | 'plainHttp'
  > & { auth: AzureAuth },
  deps: Pick<CredentialDeps, 'env' | 'now' | 'openEgress'>,
): CredentialSource {
  const { host, auth } = registry;
  const { env } = deps;
  const tenant = auth.tenantId ?? env.AZURE_TENANT_ID;
  const wanted = { host, tenant, clientId: auth.clientId, env };
  return {
    async credentials({ signal }) {
      const accessToken = await requestAccessToken(wanted, signal);
      return exchangeForRefreshToken(
        { ...registry, tenant, accessToken, signal },
        deps,
      );
    },
  };
}

async function requestAccessToken(
  wanted: WantedIdentity,
  abortSignal: AbortSignal | undefined,
): Promise<string> {
  try {
    const identity = await identityFor(wanted);
    const issued = await identity.getToken(SCOPE, { abortSignal });
    if (!issued) {
      throw new Error('No token came');
    }
    return issued.token;
  } catch (error) {
    throw azureError(error, wanted.host);
  }
}
