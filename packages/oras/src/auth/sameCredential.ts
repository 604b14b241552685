import type { Credential } from './Credential';

/**
 * Would the same thing be shown?
 *
 * @public
 */
export function sameCredential(a: Credential, b: Credential): boolean {
  return JSON.stringify(parts(a)) === JSON.stringify(parts(b));
}

function parts(credential: Credential): string[] {
  switch (credential.type) {
    case 'basic':
      return ['basic', credential.username, credential.password];
    case 'token':
      return ['token', credential.token];
    case 'refreshToken':
      return ['refreshToken', credential.refreshToken];
    default:
      return ['none'];
  }
}
