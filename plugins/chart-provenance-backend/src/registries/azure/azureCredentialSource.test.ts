import { TAG } from '../cloud/__testUtils__/guardedRegistry';
import { openRegistry } from '../cloud/__testUtils__/openRegistry';
import { stopStandIns } from '../cloud/__testUtils__/standIn';
import {
  AzureCloud,
  CLIENT,
  entraError,
  startAzureCloud,
  TENANT,
} from './__testUtils__/azureCloud';

afterEach(stopStandIns);

const MINUTE_MS = 60_000;

async function open(
  start: (cloud: AzureCloud) => Promise<void>,
  auth: Record<string, string> = {},
) {
  const cloud = await startAzureCloud();
  await start(cloud);
  const registry = openRegistry({
    host: cloud.registry.host,
    clock: cloud.clock,
    auth: { type: 'azure', ...auth },
  });
  const exchanges = () =>
    cloud.registry.requests.filter(({ path }) => path === '/oauth2/exchange');
  return { ...cloud, ...registry, exchanges };
}

const workload = (cloud: AzureCloud) => cloud.workloadIdentity();
describe('signs in to ACR', () => {
  it.each([
    ['AKS workload identity', workload, {}],
    [
      'a client id of its own',
      (cloud: AzureCloud) => cloud.workloadIdentity({ clientId: 'other' }),
      { clientId: CLIENT, tenantId: TENANT },
    ],
    [
      'a service principal by configuration',
      async (cloud: AzureCloud) => {
        await cloud.servicePrincipal();
        delete process.env.AZURE_CLIENT_ID;
        delete process.env.AZURE_TENANT_ID;
      },
      { clientId: CLIENT, tenantId: TENANT },
    ],
    [
      'a service principal',
      (cloud: AzureCloud) => cloud.servicePrincipal(),
      {},
    ],
  ])('with %s', async (_, start, auth) => {
    const { target, registry, exchanges } = await open(start, auth);
    await expect(target.resolve(TAG)).resolves.toBeDefined();
    expect(exchanges()).toHaveLength(1);
    expect(registry.requests[0].headers.authorization).toBeUndefined();
    // Entra's token is shown to the exchange alone.
    const others = registry.requests.filter(
      ({ path }) => path !== '/oauth2/exchange',
    );
    expect(JSON.stringify(others)).not.toContain('entra.');
  });

  it('once for everybody who asks, and again before three hours are over', async () => {
    const { target, exchanges, pass } = await open(workload);
    await Promise.all(Array.from({ length: 20 }, () => target.resolve(TAG)));
    pass(170 * MINUTE_MS);
    await target.resolve(TAG);
    expect(exchanges()).toHaveLength(1);
    pass(6 * MINUTE_MS);
    await target.resolve(TAG);
    expect(exchanges()).toHaveLength(2);
  });

  it('goes on with what it has while the exchange is down, and no longer', async () => {
    const { target, faults, pass } = await open(workload);
    await target.resolve(TAG);
    faults.exchange = () => ({ status: 503 });
    pass(178 * MINUTE_MS);
    await expect(target.resolve(TAG)).resolves.toBeDefined();
    pass(5 * MINUTE_MS);
    await expect(target.resolve(TAG)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('says what is missing and who grants it', () => {
  it.each<[string, typeof workload, AzureCloud['faults'], string, RegExp]>([
    [
      'a service account that is not federated',
      workload,
      {
        entra: ({ method }) =>
          method === 'POST'
            ? entraError(
                'invalid_client',
                700211,
                "No matching federated identity record found for presented assertion issuer 'https://oidc'.",
              )
            : undefined,
      },
      'denied',
      /does not trust the pod's service account \(AADSTS700211\)\. .*federated credential/,
    ],
    [
      'a client id that is not known',
      cloud =>
        cloud.workloadIdentity({
          clientId: '99991111-aaaa-2222-bbbb-3333cccc4444',
        }),
      {},
      'denied',
      /does not know the client id \(AADSTS700016\)/,
    ],
    [
      'a secret that has expired',
      cloud => cloud.servicePrincipal(),
      {
        entra: ({ method }) =>
          method === 'POST'
            ? entraError('invalid_client', 7000222, 'The keys are expired.')
            : undefined,
      },
      'denied',
      /client secret is wrong or has expired \(AADSTS7000222\)/,
    ],
    [
      'a refusal of another kind',
      workload,
      {
        entra: ({ method }) =>
          method === 'POST'
            ? entraError('invalid_request', 53003, 'Conditional Access.')
            : undefined,
      },
      'denied',
      /gives no token \(AADSTS53003\)\. .*log/,
    ],
    [
      'no role on the registry',
      workload,
      { exchange: () => ({ status: 401, body: { errors: [] } }) },
      'denied',
      /does not take the backend's Azure identity \(HTTP 401\)\. .*AcrPull .*Container Registry Repository Reader/,
    ],
    [
      'a registry of another kind',
      workload,
      { exchange: () => ({ status: 404 }) },
      'denied',
      /no token exchange \(HTTP 404\)/,
    ],
    [
      'an exchange that leads elsewhere',
      workload,
      {
        exchange: () => ({
          status: 307,
          headers: { location: 'https://evil.example/oauth2/exchange' },
        }),
      },
      'denied',
      /no token exchange \(HTTP 307\)/,
    ],
    [
      'an exchange that gives nothing',
      workload,
      { exchange: () => ({ body: { refresh_token: 'a b' } }) },
      'denied',
      /holds no refresh token/,
    ],
    [
      'a refresh token that is past',
      workload,
      { exchange: () => ({ body: { refresh_token: pastToken() } }) },
      'denied',
      /has expired already/,
    ],
    [
      'a repository that may not be read',
      workload,
      { realm: () => ({ status: 403, body: { errors: [] } }) },
      'denied',
      /Azure identity of the backend may not read it.*AcrPull/,
    ],
  ])('%s', async (_, start, faults, code, message) => {
    const { target, faults: set } = await open(start);
    Object.assign(set, faults);
    const failed = target.resolve(TAG);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.not.toThrow(/pod\.jwt|hunter22|entra\./);
  });

  it('a service principal without a tenant', async () => {
    const { target } = await open(async cloud => {
      await cloud.servicePrincipal();
      delete process.env.AZURE_TENANT_ID;
    });
    await expect(target.resolve(TAG)).rejects.toThrow(
      /the backend has no Azure identity\. .*tenant, client id/,
    );
  });

  it('no identity at all', async () => {
    const { target } = await open(async () => undefined);
    await expect(target.resolve(TAG)).rejects.toThrow(
      /no workload identity is configured and no managed identity answers\. /,
    );
  }, 60_000);

  it('a federated token that is not mounted', async () => {
    const { target } = await open(workload);
    process.env.AZURE_FEDERATED_TOKEN_FILE = '/nonexistent/token';
    await expect(target.resolve(TAG)).rejects.toThrow(/\(ENOENT\)\. .*mounts/);
  });

  it('Entra out of reach', async () => {
    const { target } = await open(workload);
    process.env.AZURE_AUTHORITY_HOST = 'https://127.0.0.1:1';
    await expect(target.resolve(TAG)).rejects.toMatchObject({
      code: 'unavailable',
    });
  }, 30_000);
});

function pastToken(): string {
  const claims = { exp: 1_600_000_000 };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
}
