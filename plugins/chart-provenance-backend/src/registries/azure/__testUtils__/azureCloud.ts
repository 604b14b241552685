import { randomBytes } from 'node:crypto';
import {
  setEnvironment,
  temporaryFile,
} from '../../cloud/__testUtils__/environment';
import { startGuardedRegistry } from '../../cloud/__testUtils__/guardedRegistry';
import {
  StandIn,
  StandInReply,
  StandInRequest,
  startStandIn,
} from '../../cloud/__testUtils__/standIn';
import { standInCertificate } from '../../cloud/__testUtils__/standInCertificate';
import { trustStandIns } from '../../cloud/__testUtils__/trustStandIns';
import { Acr } from './Acr';

export const TENANT = '11112222-bbbb-3333-cccc-4444dddd5555';
export const CLIENT = '00001111-aaaa-2222-bbbb-3333cccc4444';
const RESOURCE = 'https://containerregistry.azure.net';
const HOUR_S = 3_600;

type Fault = (request: StandInRequest) => StandInReply | undefined;

/** Entra, the metadata service of a machine, and an ACR registry that takes their tokens. */
export interface AzureCloud {
  registry: StandIn;
  entra: StandIn;
  imds: StandIn;
  clock: { now: number };
  faults: Partial<
    Record<'entra' | 'imds' | 'exchange' | 'realm' | 'registry', Fault>
  >;
  /** How the process gets its identity. */
  workloadIdentity(options?: { clientId?: string }): Promise<void>;
  managedIdentity(): Promise<void>;
  servicePrincipal(): Promise<void>;
}

export async function startAzureCloud(): Promise<AzureCloud> {
  const clock = { now: Date.now() };
  const faults: AzureCloud['faults'] = {};
  const accessTokens = new Set<string>();
  const issue = () => {
    const token = `entra.${randomBytes(12).toString('hex')}`;
    accessTokens.add(token);
    return token;
  };
  const entra: StandIn = await startStandIn(
    request =>
      faults.entra?.(request) ?? answerEntra(request, entra.url, issue),
    standInCertificate,
  );
  const imds = await startStandIn(
    request => faults.imds?.(request) ?? answerImds(request, issue),
  );
  const acr = new Acr(accessTokens, clock);
  const registry = await startGuardedRegistry((request, host) => {
    switch (request.path) {
      case '/oauth2/exchange':
        return faults.exchange?.(request) ?? acr.exchange(request, host);
      case '/oauth2/token':
        return faults.realm?.(request) ?? acr.token(request, host);
      default:
        return acr.challenge(request, host) ?? faults.registry?.(request);
    }
  });
  trustStandIns();
  setEnvironment(
    {
      AZURE_AUTHORITY_HOST: entra.url,
      AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1:1',
    },
    /^(AZURE|MSI|IDENTITY|IMDS)|_proxy$/i,
  );
  return {
    ...{ registry, entra, imds, clock, faults },
    async workloadIdentity({ clientId = CLIENT } = {}) {
      setEnvironment(
        {
          AZURE_FEDERATED_TOKEN_FILE: await temporaryFile('pod.jwt.token'),
          AZURE_TENANT_ID: TENANT,
          AZURE_CLIENT_ID: clientId,
        },
        /^$/,
      );
    },
    async managedIdentity() {
      setEnvironment({ AZURE_POD_IDENTITY_AUTHORITY_HOST: imds.url }, /^$/);
    },
    async servicePrincipal() {
      setEnvironment(
        {
          AZURE_TENANT_ID: TENANT,
          AZURE_CLIENT_ID: CLIENT,
          AZURE_CLIENT_SECRET: 'hunter22',
        },
        /^$/,
      );
    },
  };
}

/** Entra's error, which is RFC 6749's with codes of its own. */
export function entraError(
  error: string,
  code: number,
  text: string,
): StandInReply {
  return {
    status: 400,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: 1 Correlation ID: 2 Timestamp: 2026-11-22 00:00:00Z`,
      error_codes: [code],
      timestamp: '2026-11-22 00:00:00Z',
      trace_id: '1',
      correlation_id: '2',
    },
  };
}

function answerEntra(
  { method, path, form }: StandInRequest,
  url: string,
  issue: () => string,
): StandInReply | undefined {
  if (path === `/${TENANT}/v2.0/.well-known/openid-configuration`) {
    return {
      body: {
        issuer: `${url}/${TENANT}/v2.0`,
        authorization_endpoint: `${url}/${TENANT}/oauth2/v2.0/authorize`,
        token_endpoint: `${url}/${TENANT}/oauth2/v2.0/token`,
        jwks_uri: `${url}/${TENANT}/discovery/v2.0/keys`,
      },
    };
  }
  if (method !== 'POST' || path !== `/${TENANT}/oauth2/v2.0/token`) {
    return undefined;
  }
  if (form.get('client_id') !== CLIENT) {
    return entraError(
      'unauthorized_client',
      700016,
      `Application with identifier was not found in the directory.`,
    );
  }
  const assertion =
    form.get('client_assertion_type') ===
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
    form.get('client_assertion') === 'pod.jwt.token';
  return form.get('grant_type') === 'client_credentials' &&
    String(form.get('scope')).split(' ').includes(`${RESOURCE}/.default`) &&
    (assertion || form.get('client_secret') === 'hunter22')
    ? {
        body: {
          token_type: 'Bearer',
          expires_in: 24 * HOUR_S,
          ext_expires_in: 24 * HOUR_S,
          access_token: issue(),
        },
      }
    : entraError('invalid_client', 7000215, 'Invalid client secret provided.');
}

function answerImds(
  { path, query, headers }: StandInRequest,
  issue: () => string,
): StandInReply {
  return path.replace(/\/$/, '') === '/metadata/identity/oauth2/token' &&
    headers.metadata === 'true' &&
    query.get('resource') === RESOURCE
    ? {
        body: {
          access_token: issue(),
          expires_in: String(24 * HOUR_S),
          expires_on: String(Math.floor(Date.now() / 1000) + 24 * HOUR_S),
          resource: RESOURCE,
          token_type: 'Bearer',
        },
      }
    : { status: 400, body: { error: 'invalid_request' } };
}
