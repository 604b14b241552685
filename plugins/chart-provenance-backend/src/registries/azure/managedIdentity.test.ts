import { TAG } from '../cloud/__testUtils__/guardedRegistry';
import { openRegistry } from '../cloud/__testUtils__/openRegistry';
import { stopStandIns } from '../cloud/__testUtils__/standIn';
import { CLIENT, startAzureCloud, TENANT } from './__testUtils__/azureCloud';

// MSAL keeps the machine's identity and its tokens for as long as the process lives.
beforeEach(() => jest.resetModules());
afterEach(stopStandIns);

async function open(auth: Record<string, string>) {
  const cloud = await startAzureCloud();
  await cloud.managedIdentity();
  const registry = openRegistry({
    host: cloud.registry.host,
    clock: cloud.clock,
    auth: { type: 'azure', ...auth },
  });
  const exchanges = () =>
    cloud.registry.requests.filter(({ path }) => path === '/oauth2/exchange');
  return { ...cloud, ...registry, exchanges };
}

it('signs in to ACR with the identity of the machine', async () => {
  const { target, imds, entra, exchanges } = await open({});
  await expect(target.resolve(TAG)).resolves.toBeDefined();
  expect(imds.requests).toHaveLength(1);
  expect(imds.requests[0].query.has('client_id')).toBe(false);
  expect(entra.requests).toEqual([]);
  expect(exchanges()).toHaveLength(1);
  expect(exchanges()[0].form.has('tenant')).toBe(false);
});

it('with one of several, and names its tenant', async () => {
  const { target, imds, exchanges } = await open({
    clientId: CLIENT,
    tenantId: TENANT,
  });
  await expect(target.resolve(TAG)).resolves.toBeDefined();
  expect(imds.requests[0].query.get('client_id')).toBe(CLIENT);
  expect(exchanges()[0].form.get('tenant')).toBe(TENANT);
});

it('says who grants one when the machine has none', async () => {
  const { target, faults } = await open({});
  faults.imds = () => ({
    status: 400,
    body: {
      error: 'invalid_request',
      error_description: 'Identity not found',
    },
  });
  await expect(target.resolve(TAG)).rejects.toThrow(
    /the backend has no Azure identity\. Whoever deploys it gives it a workload identity .* or a managed identity/,
  );
});
