import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { startProxyTo } from '../../cloud/__testUtils__/connectProxy';
import {
  setEnvironment,
  temporaryFile,
} from '../../cloud/__testUtils__/environment';
import {
  basicOf,
  bearerOf,
  startGuardedRegistry,
} from '../../cloud/__testUtils__/guardedRegistry';
import {
  StandIn,
  StandInReply,
  StandInRequest,
  startStandIn,
} from '../../cloud/__testUtils__/standIn';
import { standInCertificate } from '../../cloud/__testUtils__/standInCertificate';
import { trustStandIns } from '../../cloud/__testUtils__/trustStandIns';

export const READER = 'charts-reader@acme.iam.gserviceaccount.com';
const AUDIENCE =
  '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/k';
const HOUR_S = 3_600;
const FLAVOR = { 'metadata-flavor': 'Google' };

type Fault = (request: StandInRequest) => StandInReply | undefined;

/** Google's token services, and an Artifact Registry that takes the access tokens they gave. */
export interface GoogleCloud {
  registry: StandIn;
  metadata: StandIn;
  /** Security Token Service and IAM credentials. */
  tokens: StandIn;
  /** www.googleapis.com, which the library has built in for keys. */
  oauth: StandIn;
  clock: { now: number };
  faults: Partial<Record<'registry' | 'metadata' | 'tokens' | 'oauth', Fault>>;
  /** The scopes of the access tokens given, in order. */
  scopes: string[];
  /** Where the process has its identity from. Each gives the path of a credentials file, if there is one. */
  gke(): Promise<undefined>;
  federation(options?: { impersonate?: boolean }): Promise<string>;
  serviceAccountFile(): Promise<string>;
}

export async function startGoogleCloud(): Promise<GoogleCloud> {
  const clock = { now: Date.now() };
  const faults: GoogleCloud['faults'] = {};
  const scopes: string[] = [];
  const accessTokens = new Map<string, number>();
  const issue = (scope: string) => {
    const token = `ya29.${randomBytes(12).toString('hex')}`;
    accessTokens.set(token, clock.now + HOUR_S * 1000);
    scopes.push(scope);
    return token;
  };
  const metadata = await startStandIn(
    request => faults.metadata?.(request) ?? answerMetadata(request, issue),
  );
  const tokens = await startStandIn(
    request => faults.tokens?.(request) ?? answerTokens(request, issue),
  );
  const oauth = await startStandIn(
    request => faults.oauth?.(request) ?? answerOauth(request, issue),
    standInCertificate,
  );
  const pullTokens = new Map<string, number>();
  const registry = await startGuardedRegistry((request, host) => {
    if (request.path === '/v2/token') {
      return answerRealm(request, accessTokens, pullTokens, clock);
    }
    return (pullTokens.get(bearerOf(request) ?? '') ?? 0) > clock.now
      ? faults.registry?.(request)
      : challenge(host);
  });
  const home = '/nonexistent';
  setEnvironment(
    { HOME: home, GCE_METADATA_HOST: '127.0.0.1:1' },
    /^(GOOGLE|GCE|GCLOUD|CLOUDSDK|METADATA)|_proxy$/i,
  );
  return {
    ...{ registry, metadata, tokens, oauth, clock, faults, scopes },
    async gke() {
      setEnvironment({ GCE_METADATA_HOST: metadata.host }, /^$/);
      return undefined;
    },
    async federation({ impersonate = false } = {}) {
      const subject = await temporaryFile('pod.jwt.token');
      return temporaryFile(
        JSON.stringify({
          type: 'external_account',
          audience: AUDIENCE,
          subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
          token_url: `${tokens.url}/v1/token`,
          credential_source: { file: subject },
          ...(impersonate && {
            service_account_impersonation_url: `${tokens.url}/v1/projects/-/serviceAccounts/${READER}:generateAccessToken`,
          }),
        }),
      );
    },
    async serviceAccountFile() {
      const proxy = await startProxyTo(oauth);
      trustStandIns();
      setEnvironment({ HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' }, /^$/);
      return temporaryFile(JSON.stringify(serviceAccountKey()));
    },
  };
}

function answerMetadata(
  { path, headers, query }: StandInRequest,
  issue: (scope: string) => string,
): StandInReply {
  if (headers['metadata-flavor'] !== 'Google') {
    return { status: 403, body: 'Missing Metadata-Flavor:Google header.' };
  }
  if (path === '/computeMetadata/v1/instance') {
    return { headers: FLAVOR, body: 'attributes/\n' };
  }
  return path === '/computeMetadata/v1/instance/service-accounts/default/token'
    ? {
        headers: FLAVOR,
        body: {
          access_token: issue(query.get('scopes') ?? ''),
          expires_in: HOUR_S,
          token_type: 'Bearer',
        },
      }
    : { status: 404, headers: FLAVOR };
}

function answerTokens(
  request: StandInRequest,
  issue: (scope: string) => string,
): StandInReply | undefined {
  const { path, form, body } = request;
  if (path === '/v1/token') {
    return form.get('audience') === AUDIENCE &&
      form.get('subject_token') === 'pod.jwt.token' &&
      form.get('grant_type') ===
        'urn:ietf:params:oauth:grant-type:token-exchange'
      ? {
          body: {
            access_token: issue(form.get('scope') ?? ''),
            issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
            token_type: 'Bearer',
            expires_in: HOUR_S,
          },
        }
      : oauthError('invalid_grant', 'The given credential is rejected');
  }
  if (path.endsWith(`${READER}:generateAccessToken`) && bearerOf(request)) {
    const { scope } = JSON.parse(body);
    return {
      body: {
        accessToken: issue(scope.join(' ')),
        expireTime: new Date(Date.now() + HOUR_S * 1000).toISOString(),
      },
    };
  }
  return undefined;
}

function answerOauth(
  { path, form }: StandInRequest,
  issue: (scope: string) => string,
): StandInReply {
  const claims = Buffer.from(
    form.get('assertion')?.split('.')[1] ?? '',
    'base64url',
  );
  if (path !== '/oauth2/v4/token' || claims.length === 0) {
    return oauthError('invalid_request', 'no assertion');
  }
  const { iss, scope } = JSON.parse(String(claims));
  return iss === READER
    ? {
        body: {
          access_token: issue(scope),
          expires_in: HOUR_S,
          token_type: 'Bearer',
        },
      }
    : oauthError('invalid_grant', 'Invalid grant: account not found');
}

/** The error of RFC 6749, 5.2. */
export function oauthError(
  error: string,
  description: string,
  status = 400,
): StandInReply {
  return { status, body: { error, error_description: description } };
}

function answerRealm(
  request: StandInRequest,
  accessTokens: ReadonlyMap<string, number>,
  pullTokens: Map<string, number>,
  clock: { now: number },
): StandInReply {
  const [user, ...password] = basicOf(request)?.split(':') ?? [];
  const until = accessTokens.get(password.join(':')) ?? 0;
  if (user !== 'oauth2accesstoken' || until <= clock.now) {
    return {
      status: 401,
      body: {
        errors: [{ code: 'UNAUTHORIZED', message: 'authentication failed' }],
      },
    };
  }
  const token = randomBytes(12).toString('hex');
  pullTokens.set(token, Math.min(until, clock.now + 300_000));
  return { body: { token, expires_in: 300 } };
}

function challenge(host: string): StandInReply {
  return {
    status: 401,
    headers: {
      'www-authenticate': `Bearer realm="http://${host}/v2/token",service="${host}"`,
    },
    body: { errors: [{ code: 'UNAUTHORIZED', message: 'sign in' }] },
  };
}

function serviceAccountKey() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    type: 'service_account',
    client_email: READER,
    private_key: privateKey,
    private_key_id: '1',
    token_uri: 'https://oauth2.googleapis.com/token',
  };
}
