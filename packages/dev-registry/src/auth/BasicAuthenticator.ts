import { timingSafeEqual } from 'node:crypto';
import { Call } from '../server/Call';
import { RegistryError } from '../server/RegistryError';
import { Authenticator } from './Authenticator';
import { parseBasicHeader } from './basicHeader';

/** @internal */
export class BasicAuthenticator implements Authenticator {
  constructor(
    private readonly username: string,
    private readonly password: string,
  ) {}

  authorize(call: Call): void {
    const given = parseBasicHeader(call.header('authorization'));
    if (
      !given ||
      !sameText(given.username, this.username) ||
      !sameText(given.password, this.password)
    ) {
      throw new RegistryError(401, 'UNAUTHORIZED', 'credentials are needed', {
        'WWW-Authenticate': 'Basic realm="dev-registry"',
      });
    }
  }
}

/** @internal */
export function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
