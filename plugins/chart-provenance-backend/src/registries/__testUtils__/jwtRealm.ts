import { createPrivateKey, sign } from 'node:crypto';
import { RealAuth } from './debianRegistry';
import { join } from 'node:path';
import { testCertificate } from './testCertificate';
import { testServer } from './testServer';

const ISSUER = 'acme-auth';
const SERVICE = 'acme-registry';

/**
 * A token service that the real registry believes: its tokens are JWTs, signed with the key whose certificate the registry was given.
 *
 * @see https://distribution.github.io/distribution/spec/auth/jwt/
 */
export async function jwtRealm(users: Record<string, readonly string[]>) {
  const state = {
    scopes: [] as string[],
    /** How long the next tokens live, seconds; the registry itself allows a minute more. */
    lifetime: 300,
  };
  const server = await testServer(
    ({ url, authorization = '' }) => {
      const [user] = Buffer.from(authorization.slice(6), 'base64')
        .toString()
        .split(':');
      const scope = url.searchParams.get('scope') ?? '';
      state.scopes.push(scope);
      if (!Object.hasOwn(users, user)) {
        return { status: 401, body: { details: 'no such user' } };
      }
      const [type, name, actions = ''] = scope.split(':');
      const granted = actions.split(',').filter(a => users[user].includes(a));
      const token = jwt({ type, name, actions: granted }, state.lifetime);
      return { status: 200, body: { token, expires_in: 300 } };
    },
    { tls: true },
  );
  const realm = `https://${server.host}/token`;
  const auth: RealAuth = {
    files: { 'root.pem': testCertificate.cert },
    auth: folder => ({
      token: {
        realm,
        service: SERVICE,
        issuer: ISSUER,
        rootcertbundle: join(folder, 'root.pem'),
      },
    }),
  };
  return { ...server, state, auth };
}

function jwt(access: object, lifetime: number): string {
  const now = Math.floor(Date.now() / 1000);
  const der = testCertificate.cert.replace(/-----.*?-----|\s/g, '');
  const header = { typ: 'JWT', alg: 'ES256', x5c: [der] };
  const claims = {
    iss: ISSUER,
    aud: SERVICE,
    sub: 'reader',
    jti: String(Math.random()),
    iat: now - 3_600,
    nbf: now - 3_600,
    exp: now + lifetime,
    access: [access],
  };
  const signed = [header, claims]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(signed), {
    key: createPrivateKey(testCertificate.key),
    dsaEncoding: 'ieee-p1363',
  });
  return `${signed}.${signature.toString('base64url')}`;
}
