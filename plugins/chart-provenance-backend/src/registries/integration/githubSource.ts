import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
  SingleInstanceGithubCredentialsProvider,
} from '@backstage/integration';
import {
  CredentialSource,
  CredentialSourceRequest,
  IssuedCredential,
} from '../CredentialSource';
import { assertOwnRegistry } from './assertOwnRegistry';
import { githubFailure } from './githubFailure';

/** The registry takes any name with a token; this is the one GitHub uses itself with those of Apps. */
const USERNAME = 'x-access-token';

/**
 * A token of GitHub for its container registry: the integration's personal access token, or else an installation token of one
 * of its Apps for the owner in the repository's path. A personal one goes first, because it is the only kind that GitHub documents
 * for packages. Where no App is installed the registry is read without credentials, which does for public packages.
 *
 * Installation tokens live for an hour; the provider gives none that expires within ten minutes, and is asked again before.
 */
export function githubSource(
  registryHost: string,
  config: GithubIntegrationConfig,
): CredentialSource {
  assertOwnRegistry(
    registryHost,
    config.host,
    config.host === 'github.com' ? 'ghcr.io' : `containers.${config.host}`,
  );
  let provider = createProvider(config);
  return {
    keyOf: request => `${request.host}/${ownerOf(request)}`,
    async credentials(request) {
      if (config.token) {
        return issued(config.token);
      }
      if (request.refused) {
        // The provider keeps tokens itself: only a new one asks for a new token.
        provider = createProvider(config);
      }
      return issued(await appToken(provider, config, request));
    },
  };
}

function createProvider(
  config: GithubIntegrationConfig,
): GithubCredentialsProvider {
  return SingleInstanceGithubCredentialsProvider.create(config);
}

async function appToken(
  provider: GithubCredentialsProvider,
  { host: githubHost }: GithubIntegrationConfig,
  request: CredentialSourceRequest,
): Promise<string | undefined> {
  const owner = ownerOf(request);
  // Asked for nobody, the provider would give what the App proves itself with; for `acme.git`, a token for `acme`.
  if (!/^[a-z0-9_-]+$/.test(owner)) {
    return undefined;
  }
  try {
    const url = `https://${githubHost}/${encodeURIComponent(owner)}`;
    return (await provider.getCredentials({ url })).token;
  } catch (error) {
    throw githubFailure(error, { ...request, githubHost, owner });
  }
}

function ownerOf({ repository }: CredentialSourceRequest): string {
  return repository.split('/')[0];
}

function issued(token: string | undefined): IssuedCredential {
  return {
    credential: token
      ? { type: 'basic', username: USERNAME, password: token }
      : { type: 'none' },
  };
}
