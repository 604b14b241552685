import { Credential } from 'chart-provenance-oras';

/** The header for a registry's own API; undefined for what cannot be shown there. */
export function authorizationOf(credential: Credential): string | undefined {
  switch (credential.type) {
    case 'basic': {
      const { username, password } = credential;
      const pair = Buffer.from(`${username}:${password}`, 'utf8');
      return `Basic ${pair.toString('base64')}`;
    }
    case 'token':
      return `Bearer ${credential.token}`;
    default:
      return undefined;
  }
}

/** The access token in it, as an API of the same company takes it; undefined when there is none. */
export function bearerOf(credential: Credential): string | undefined {
  switch (credential.type) {
    case 'basic':
      return `Bearer ${credential.password}`;
    case 'token':
      return `Bearer ${credential.token}`;
    default:
      return undefined;
  }
}
