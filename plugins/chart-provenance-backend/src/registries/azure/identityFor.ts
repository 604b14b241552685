import type { TokenCredential } from '@azure/identity';
import { azureCloudOf } from '../../config';

/** The sign-in of each cloud. */
const AUTHORITIES = {
  public: 'https://login.microsoftonline.com',
  government: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn',
} as const;

/** Whose identity is wanted. */
export interface WantedIdentity {
  /** Of the registry; says which cloud signs in, unless AZURE_AUTHORITY_HOST does. */
  host: string;
  tenant: string | undefined;
  clientId: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * The one identity that the environment offers, instead of a chain that tries what nobody meant: a federated service account token
 * (AKS workload identity), a service principal, else the managed identity of the machine.
 *
 * @throws whatever `@azure/identity` throws when part of it is missing
 */
export async function identityFor({
  host,
  tenant: tenantId,
  clientId,
  env,
}: WantedIdentity): Promise<TokenCredential> {
  const library = await import('@azure/identity');
  const authorityHost =
    env.AZURE_AUTHORITY_HOST || AUTHORITIES[azureCloudOf(host) ?? 'public'];
  const options = {
    authorityHost,
    // Microsoft's directory of clouds does not know private ones, and would be asked about them.
    disableInstanceDiscovery: !isKnown(authorityHost),
    retryOptions: { maxRetries: 2 },
  };
  if (env.AZURE_FEDERATED_TOKEN_FILE) {
    return new library.WorkloadIdentityCredential({
      ...options,
      tenantId,
      clientId,
      tokenFilePath: env.AZURE_FEDERATED_TOKEN_FILE,
    });
  }
  const client = clientId ?? env.AZURE_CLIENT_ID ?? '';
  if (env.AZURE_CLIENT_SECRET) {
    const { ClientSecretCredential } = library;
    const { AZURE_CLIENT_SECRET: secret } = env;
    return new ClientSecretCredential(tenantId ?? '', client, secret, options);
  }
  if (env.AZURE_CLIENT_CERTIFICATE_PATH) {
    const certificate = {
      certificatePath: env.AZURE_CLIENT_CERTIFICATE_PATH,
      certificatePassword: env.AZURE_CLIENT_CERTIFICATE_PASSWORD,
    };
    const { ClientCertificateCredential } = library;
    return new ClientCertificateCredential(
      tenantId ?? '',
      client,
      certificate,
      options,
    );
  }
  return new library.ManagedIdentityCredential({
    ...(clientId === undefined ? {} : { clientId }),
    retryOptions: options.retryOptions,
  });
}

function isKnown(authorityHost: string): boolean {
  const known: readonly string[] = Object.values(AUTHORITIES);
  return known.includes(authorityHost.replace(/\/+$/, ''));
}
