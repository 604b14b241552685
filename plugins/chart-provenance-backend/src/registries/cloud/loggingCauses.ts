import { LoggerService } from '@backstage/backend-plugin-api';
import { CredentialError } from '../CredentialError';
import { CredentialSource } from '../CredentialSource';

/**
 * A source whose failures are logged with what the issuer said. The page tells in our own words who grants what is missing; whoever
 * does it needs the issuer's, which name principals and so are not for everybody.
 */
export function loggingCauses(
  source: CredentialSource,
  logger: Pick<LoggerService, 'warn'> | undefined,
): CredentialSource {
  return {
    async credentials(request) {
      try {
        return await source.credentials(request);
      } catch (error) {
        if (error instanceof CredentialError && error.cause instanceof Error) {
          logger?.warn(`${error.message} (${error.cause.message})`);
        }
        throw error;
      }
    },
  };
}
