import { z } from 'zod';
import { parseJson } from '../descriptor/parseJson';
import type { Transport, TransportRequest } from '../egress/Transport';
import { errorFromResponse } from '../error/errorFromResponse';
import { OrasError } from '../error/OrasError';
import type { Credential } from './Credential';

const RESPONSE_LIMIT = 64 * 1024;
/** What a token lives when the realm does not say. */
const DEFAULT_SECONDS = 60;
const LONGEST_SECONDS = 24 * 3_600;

/** What fits into a header that servers take. */
const LONGEST_TOKEN = 16_384;

/** Goes into a header: visible ASCII only. */
const tokenText = z
  .string()
  .max(LONGEST_TOKEN)
  .regex(/^[\x21-\x7e]+$/);

/** @see https://distribution.github.io/distribution/spec/auth/token/#token-response-fields */
const tokenSchema = z.object({
  token: tokenText.optional(),
  access_token: tokenText.optional(),
  expires_in: z.number().positive().optional().catch(undefined),
});

/** @internal */
export interface TokenRequest {
  realm: URL;
  service: string | undefined;
  /** Empty: a token for nothing in particular. */
  scope: string;
  credential: Credential;
  signal?: AbortSignal;
}

/** @internal */
export interface Token {
  token: string;
  /** How long it lives, seconds. */
  expiresIn: number;
}

/**
 * Asks a realm, already found to be allowed, for a token. No redirect is followed.
 *
 * @throws OrasError `unauthorized`, `denied`, `malformed-response`, …
 * @internal
 */
export async function requestToken(
  transport: Transport,
  request: TokenRequest,
): Promise<Token> {
  if (request.credential.type === 'token') {
    // It is what an exchange would give.
    const { token } = request.credential;
    return { token, expiresIn: DEFAULT_SECONDS };
  }
  const sent = tokenExchange(request);
  const response = await transport(sent);
  const { host } = request.realm;
  if (response.status !== 200) {
    throw errorFromResponse(response, {
      what: request.scope ? `token for ${request.scope}` : 'token',
      url: sent.url,
      authorization: secretOf(request.credential),
    });
  }
  const json = parseJson(response.body, 'the token response');
  const result = tokenSchema.safeParse(json);
  const token = result.data?.token ?? result.data?.access_token;
  if (token === undefined) {
    throw new OrasError(
      'malformed-response',
      `${host}: the token response has no token`,
      { host },
    );
  }
  const { expires_in: expiresIn = DEFAULT_SECONDS } = result.data ?? {};
  return { token, expiresIn: Math.min(expiresIn, LONGEST_SECONDS) };
}

/**
 * Did the realm say no, so that a newer credential may do? OAuth2 says it with a 400.
 *
 * @internal
 */
export function isRealmRefusal(error: unknown): boolean {
  return (
    error instanceof OrasError &&
    error.status !== undefined &&
    [400, 401, 403].includes(error.status)
  );
}

function tokenExchange(request: TokenRequest): TransportRequest {
  const { service, scope, credential, signal } = request;
  const url = withoutScopes(request.realm);
  const parameters = new URLSearchParams({
    ...(service && { service }),
    ...(scope && { scope }),
  });
  if (credential.type === 'refreshToken') {
    parameters.set('grant_type', 'refresh_token');
    parameters.set('client_id', 'chart-provenance-oras');
    parameters.set('refresh_token', credential.refreshToken);
    return {
      method: 'POST',
      url: url.href,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: parameters.toString(),
      maxBytes: RESPONSE_LIMIT,
      signal,
    };
  }
  parameters.forEach((value, name) => url.searchParams.set(name, value));
  return {
    method: 'GET',
    url: url.href,
    headers:
      credential.type === 'basic'
        ? { authorization: basicHeader(credential) }
        : {},
    maxBytes: RESPONSE_LIMIT,
    signal,
  };
}

/** The registry wrote the address, and what is asked for is not its to say: a token service may add up all the scopes it reads. */
function withoutScopes(realm: URL): URL {
  const url = new URL(realm);
  for (const name of new Set(url.searchParams.keys())) {
    if (name.toLowerCase() === 'scope') {
      url.searchParams.delete(name);
    }
  }
  return url;
}

/** What a message about the exchange must not repeat, in the form of a header. */
function secretOf(credential: Credential): string | undefined {
  switch (credential.type) {
    case 'basic':
      return basicHeader(credential);
    case 'refreshToken':
      return `Bearer ${credential.refreshToken}`;
    default:
      return undefined;
  }
}

/** @internal */
export function basicHeader(credential: {
  username: string;
  password: string;
}): string {
  const { username, password } = credential;
  const pair = Buffer.from(`${username}:${password}`, 'utf8');
  return `Basic ${pair.toString('base64')}`;
}
