import { Call } from '../server/Call';
import { parseBasicHeader } from './basicHeader';

/** @internal */
export interface TokenRequest {
  service: string | null;
  scopes: string[];
  /** Whether credentials of any kind came; wrong ones are refused even where anonymous pull is allowed. */
  credentialsCame: boolean;
  username?: string;
  password?: string;
  refreshToken?: string;
  offline: boolean;
}

const MAX_FORM_BYTES = 64 * 1024;

/**
 * @returns undefined for another method or grant
 * @internal
 */
export async function readTokenRequest(
  call: Call,
): Promise<TokenRequest | undefined> {
  if (call.method === 'GET') {
    const basic = parseBasicHeader(call.header('authorization'));
    return {
      service: call.query.get('service'),
      scopes: call.query.getAll('scope'),
      credentialsCame: call.header('authorization') !== undefined,
      ...basic,
      offline: call.query.get('offline_token') === 'true',
    };
  }
  if (call.method === 'POST') {
    return readForm(
      new URLSearchParams((await call.body(MAX_FORM_BYTES)).toString('utf8')),
    );
  }
  return undefined;
}

function readForm(form: URLSearchParams): TokenRequest | undefined {
  const base = {
    service: form.get('service'),
    scopes: form.getAll('scope'),
    credentialsCame: true,
    offline: form.get('access_type') === 'offline',
  };
  switch (form.get('grant_type')) {
    case 'password':
      return {
        ...base,
        username: form.get('username') ?? undefined,
        password: form.get('password') ?? undefined,
      };
    case 'refresh_token':
      return { ...base, refreshToken: form.get('refresh_token') ?? '' };
    default:
      return undefined;
  }
}
