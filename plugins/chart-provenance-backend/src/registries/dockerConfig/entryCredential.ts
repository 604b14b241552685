import { Credential } from 'chart-provenance-oras';
import { AuthEntry, HelperAnswer } from './schema';

/** The user name that says: the secret is an identity token. */
const IDENTITY_TOKEN = '<token>';

/** @returns undefined when the entry cannot be read; `none` when it is empty, as beside a credential store */
export function entryCredential(entry: AuthEntry): Credential | undefined {
  if (entry.registrytoken) {
    return { type: 'token', token: entry.registrytoken };
  }
  if (entry.identitytoken) {
    return { type: 'refreshToken', refreshToken: entry.identitytoken };
  }
  if (entry.auth) {
    return decoded(entry.auth);
  }
  return basic(entry.username ?? '', entry.password ?? '');
}

/** @returns `none` when the helper answers with nothing */
export function answerCredential(answer: HelperAnswer): Credential {
  const { Username: username, Secret: secret } = answer;
  return username === IDENTITY_TOKEN
    ? { type: 'refreshToken', refreshToken: secret }
    : basic(username, secret);
}

function decoded(auth: string): Credential | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(auth)) {
    return undefined;
  }
  const pair = Buffer.from(auth, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  // Old clients padded the password with NUL.
  return colon < 0
    ? undefined
    : basic(pair.slice(0, colon), pair.slice(colon + 1).replace(/\0+$/, ''));
}

function basic(username: string, password: string): Credential {
  return username === '' && password === ''
    ? { type: 'none' }
    : { type: 'basic', username, password };
}
