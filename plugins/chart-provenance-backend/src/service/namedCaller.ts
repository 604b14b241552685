import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { GateCaller } from './GateService';
import { findUser } from './userOf';

/** Who asks, by name. @throws NotAllowedError for credentials of nobody */
export function namedCaller(credentials: BackstageCredentials): GateCaller {
  const user = findUser({ credentials });
  return {
    credentials,
    name: user ?? serviceOf(credentials),
    isUser: user !== undefined,
  };
}

function serviceOf({ principal }: BackstageCredentials): string {
  if (
    typeof principal === 'object' &&
    principal !== null &&
    'subject' in principal &&
    typeof principal.subject === 'string'
  ) {
    return principal.subject;
  }
  throw new NotAllowedError('Whoever asks must have a name');
}
