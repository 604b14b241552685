import {
  EgressTransport,
  OrasError,
  OrasErrorCode,
  TransportResponse,
  withRetry,
} from 'chart-provenance-oras';
import { z } from 'zod';
import { CredentialDeps } from '../CredentialDeps';
import { CredentialError } from '../CredentialError';
import { IssuedCredential } from '../CredentialSource';

const RESPONSE_LIMIT = 64 * 1024;
/** What a refresh token lives, as Microsoft documents it; a token that says more is not believed. */
const LONGEST_MS = 3 * 60 * 60 * 1000;

/** @see https://azure.github.io/acr/AAD-OAuth.html#calling-post-oauth2exchange-to-get-an-acr-refresh-token */
const answerSchema = z.object({
  refresh_token: z.string().regex(/^[\x21-\x7e]+$/),
});
const NOT_ANSWERED: ReadonlySet<string> = new Set<OrasErrorCode>([
  'network',
  'timeout',
  'unavailable',
  'rate-limited',
]);
const claimsSchema = z.object({ exp: z.number().positive() });

/** What is exchanged, and where. */
export interface Exchange {
  host: string;
  plainHttp: boolean;
  allowPrivateAddress: boolean;
  tenant: string | undefined;
  /** Of Entra. It is sent to `host` and nowhere else: no redirect is followed. */
  accessToken: string;
  signal: AbortSignal | undefined;
}

/**
 * Exchanges an Entra access token for the registry's own refresh token.
 *
 * @throws CredentialError; OrasError `egress-refused`
 */
export async function exchangeForRefreshToken(
  exchange: Exchange,
  { now, openEgress }: Pick<CredentialDeps, 'now' | 'openEgress'>,
): Promise<IssuedCredential> {
  const { host, plainHttp, allowPrivateAddress } = exchange;
  const egress = openEgress({
    hosts: { [host]: { plainHttp, allowPrivateAddress } },
    allowedHosts: [host],
  });
  try {
    return parseAnswer(await send(egress, exchange), host, now());
  } finally {
    await egress.close();
  }
}

async function send(
  egress: EgressTransport,
  exchange: Exchange,
): Promise<TransportResponse> {
  const { host } = exchange;
  try {
    const transport = withRetry(egress, { attempts: 2, maxWaitMs: 5_000 });
    return await transport(requestFor(exchange));
  } catch (error) {
    if (error instanceof OrasError && NOT_ANSWERED.has(error.code)) {
      throw unreachable(host, 'does not answer', error);
    }
    throw error;
  }
}

function requestFor(exchange: Exchange) {
  const { host, plainHttp, tenant, accessToken, signal } = exchange;
  const parameters = new URLSearchParams({
    grant_type: 'access_token',
    service: host,
    ...(tenant && { tenant }),
    access_token: accessToken,
  });
  return {
    method: 'POST',
    url: `${plainHttp ? 'http' : 'https'}://${host}/oauth2/exchange`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: parameters.toString(),
    maxBytes: RESPONSE_LIMIT,
    idempotent: true,
    signal,
  } as const;
}

function parseAnswer(
  { status, body }: TransportResponse,
  host: string,
  now: number,
): IssuedCredential {
  if (status !== 200) {
    throw refusal(status, host);
  }
  const parsed = answerSchema.safeParse(json(body));
  if (!parsed.success) {
    throw new CredentialError({
      failure: 'misbehaved',
      host,
      missing: 'what the registry answered holds no refresh token',
      grant: 'Whoever configured it looks whether it is an Azure registry.',
    });
  }
  const refreshToken = parsed.data.refresh_token;
  const expiry = expiryOf(refreshToken);
  return {
    credential: { type: 'refreshToken', refreshToken },
    ...(expiry !== undefined && {
      expiresAt: new Date(Math.min(expiry, now + LONGEST_MS)),
    }),
  };
}

function refusal(status: number, host: string): CredentialError {
  if (status >= 500 || status === 429) {
    return unreachable(host, `answers HTTP ${status}`);
  }
  return status === 401 || status === 403
    ? new CredentialError({
        failure: 'refused',
        host,
        missing: `the registry does not take the backend's Azure identity (HTTP ${status})`,
        grant:
          'An owner of the registry assigns it the role AcrPull (with repository permissions by ABAC: Container Registry Repository Reader).',
      })
    : new CredentialError({
        failure: 'misbehaved',
        host,
        missing: `the registry has no token exchange (HTTP ${status})`,
        grant: 'Whoever configured it looks whether it is an Azure registry.',
      });
}

function unreachable(
  host: string,
  what: string,
  cause?: unknown,
): CredentialError {
  return new CredentialError({
    failure: 'unreachable',
    host,
    missing: `the registry's token exchange ${what}`,
    grant: 'Nobody has to grant anything; it is tried again.',
    cause,
  });
}

/** The token is the registry's affair and is not verified: its claim only says when to ask for the next one. */
function expiryOf(token: string): number | undefined {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url');
  const parsed = claimsSchema.safeParse(json(claims));
  return parsed.success ? parsed.data.exp * 1000 : undefined;
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
