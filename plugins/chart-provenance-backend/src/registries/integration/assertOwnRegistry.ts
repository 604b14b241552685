import { CredentialError } from '../CredentialError';

/**
 * An integration's token is for its own host: by a slip in the configuration any registry could be shown one.
 *
 * @throws CredentialError `missing`
 */
export function assertOwnRegistry(
  registryHost: string,
  integrationHost: string,
  own: string,
): void {
  if (registryHost !== own) {
    throw new CredentialError({
      failure: 'missing',
      host: registryHost,
      missing: `the token for ${integrationHost} is sent to ${own} only`,
      grant: `Whoever configures Backstage gives ${registryHost} another kind of auth.`,
    });
  }
}
