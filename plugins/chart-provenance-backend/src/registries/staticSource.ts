import { Credential } from 'chart-provenance-oras';
import { RegistryAuth } from '../config';
import { CredentialSource } from './CredentialSource';

/** Registries that take an access token take any name with it. */
const ANY_USERNAME = 'token';

/** What stands in the configuration itself. */
export function staticSource(
  auth: Extract<RegistryAuth, { type: 'none' | 'basic' | 'token' }>,
): CredentialSource {
  const credential = credentialOf(auth);
  return { credentials: async () => ({ credential }) };
}

function credentialOf(
  auth: Extract<RegistryAuth, { type: 'none' | 'basic' | 'token' }>,
): Credential {
  switch (auth.type) {
    case 'basic':
      return {
        type: 'basic',
        username: auth.username,
        password: auth.password,
      };
    case 'token':
      return auth.exchange
        ? {
            type: 'basic',
            username: auth.username ?? ANY_USERNAME,
            password: auth.token,
          }
        : { type: 'token', token: auth.token };
    default:
      return { type: 'none' };
  }
}
