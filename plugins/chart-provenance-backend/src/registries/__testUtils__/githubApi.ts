import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { Answer, Arrived, testServer } from './testServer';

const HOUR_MS = 3_600_000;
const LONGEST_JWT_S = 600;

/**
 * GitHub's API as far as an App needs it: who it is, it proves by a JWT of its private key.
 *
 * @see https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
export async function githubApi(appId: number) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const state = {
    /** Where the App is installed; by its place in the list. */
    installations: [{ login: 'acme', suspended: false }],
    issued: [] as { token: string; owner: string; expiresAt: number }[],
    down: false,
  };
  const issue = (id: number): Answer => {
    const owner = state.installations[id].login;
    const token = `ghs_secret${state.issued.length + 1}`;
    const expiresAt = Date.now() + HOUR_MS;
    state.issued.push({ token, owner, expiresAt });
    return {
      status: 201,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: {
        token,
        expires_at: new Date(expiresAt).toISOString(),
        permissions: { packages: 'read' },
        repository_selection: 'all',
      },
    };
  };
  const routes = (request: Arrived): Answer => {
    if (state.down) {
      return { status: 503, body: { message: 'no' } };
    }
    const problem = jwtProblem(request, appId, publicKey);
    if (problem) {
      return { status: 401, body: { message: problem } };
    }
    const { pathname } = request.url;
    if (request.method === 'GET' && pathname === '/app/installations') {
      return {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: state.installations.map(({ login, suspended }, id) => ({
          id,
          account: { login },
          suspended_by: suspended ? { login: 'owner' } : null,
        })),
      };
    }
    const [, id] =
      /^\/app\/installations\/(\d+)\/access_tokens$/.exec(pathname) ?? [];
    if (request.method === 'POST' && id !== undefined) {
      return issue(Number(id));
    }
    return { status: 404, body: { message: 'Not Found' } };
  };
  return { ...(await testServer(routes)), state, privateKey };
}

function jwtProblem(
  { authorization = '' }: Arrived,
  appId: number,
  publicKey: string,
): string | undefined {
  const [, signed = '', signature = ''] =
    /^bearer ([\w-]+\.[\w-]+)\.([\w-]+)$/i.exec(authorization) ?? [];
  const key = createPublicKey(publicKey);
  const proof = Buffer.from(signature, 'base64url');
  if (!verify('RSA-SHA256', Buffer.from(signed), key, proof)) {
    return 'A JSON web token could not be decoded';
  }
  const claims = JSON.parse(
    Buffer.from(signed.split('.')[1], 'base64url').toString(),
  );
  const now = Date.now() / 1000;
  const inTime =
    claims.iat <= now && claims.exp > now && claims.exp - now <= LONGEST_JWT_S;
  return String(claims.iss) === String(appId) && inTime
    ? undefined
    : 'The claims do not fit';
}
