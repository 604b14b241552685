import { Authenticator } from './Authenticator';
import { AuthOptions } from './AuthOptions';
import { BasicAuthenticator } from './BasicAuthenticator';
import { TokenAuthenticator } from './TokenAuthenticator';

/**
 * @param realm - URL of this server's token endpoint
 * @internal
 */
export function createAuthenticator(
  options: AuthOptions,
  realm: string,
  now: () => number,
): Authenticator {
  switch (options.type) {
    case 'basic':
      return new BasicAuthenticator(options.username, options.password);
    case 'token':
      return new TokenAuthenticator(options, realm, now);
    default:
      return { authorize: () => undefined };
  }
}
