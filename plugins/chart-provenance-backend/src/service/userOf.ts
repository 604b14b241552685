import { NotAllowedError } from '@backstage/errors';
import { CallerOptions } from './ChartProvenanceService';

/** The user who asks, as an entity ref. @throws NotAllowedError for a service: a sign-off is a person's word. */
export function userOf(caller: CallerOptions): string {
  const user = findUser(caller);
  if (user === undefined) {
    throw new NotAllowedError('Only a user may do this, not a service');
  }
  return user;
}

/** The user who asks; undefined for a service. */
export function findUser({ credentials }: CallerOptions): string | undefined {
  const { principal } = credentials;
  return typeof principal === 'object' &&
    principal !== null &&
    'type' in principal &&
    principal.type === 'user' &&
    'userEntityRef' in principal &&
    typeof principal.userEntityRef === 'string'
    ? principal.userEntityRef
    : undefined;
}
