import { GitLabIntegrationConfig } from '@backstage/integration';
import { CredentialSource } from '../CredentialSource';
import { assertOwnRegistry } from './assertOwnRegistry';

/** GitLab's registry takes an access token as password, with any name. */
const USERNAME = 'oauth2';

/**
 * The integration's token; without one the registry is read without credentials. Where a GitLab of one's own has its registry, only the
 * operator knows.
 */
export function gitlabSource(
  registryHost: string,
  { host, token }: GitLabIntegrationConfig,
): CredentialSource {
  if (host === 'gitlab.com') {
    assertOwnRegistry(registryHost, host, 'registry.gitlab.com');
  }
  return {
    credentials: async () => ({
      credential: token
        ? { type: 'basic', username: USERNAME, password: token }
        : { type: 'none' },
    }),
  };
}
