import { gunzipSync } from 'node:zlib';
import { digestOf } from '../server/grammar';
import { TestClient } from '../testing/TestClient';
import { closeRegistries, testRegistry } from '../testing/testRegistry';
import { Fault, FaultRule } from './Fault';

const REPOSITORY = 'acme/charts/payments';
const BASE = `/v2/${REPOSITORY}`;
const MANIFEST = `${BASE}/manifests/1.0.0`;

afterEach(closeRegistries);

/** A registry with one manifest, and then the fault. */
async function withFault(fault: Fault, rule: Omit<FaultRule, 'fault'> = {}) {
  const { client, registry } = await testRegistry();
  const manifest = await client.pushManifest(REPOSITORY, { tag: '1.0.0' });
  registry.clearRequests();
  registry.setFaults([{ ...rule, fault }]);
  return { client, registry, manifest };
}

it.each([
  [401, undefined, 'UNAUTHORIZED'],
  [403, undefined, 'DENIED'],
  [404, undefined, 'NAME_UNKNOWN'],
  [429, 7, 'TOOMANYREQUESTS'],
  [503, 'Sun, 22 Nov 2026 19:00:00 GMT', 'UNKNOWN'],
])('answers %i, Retry-After %s', async (status, retryAfter, code) => {
  const { client } = await withFault({ kind: 'status', status, retryAfter });
  const { headers, body } = await client.expect(status, 'GET', MANIFEST);
  expect(JSON.parse(String(body)).errors[0].code).toBe(code);
  expect(headers['retry-after']).toBe(
    retryAfter === undefined ? undefined : String(retryAfter),
  );
});

it('answers late', async () => {
  const { client } = await withFault({ kind: 'delay', ms: 60 });
  const before = performance.now();
  await client.expect(200, 'GET', MANIFEST);
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
});

it('hangs until it is closed, and keeps the request on record without a status', async () => {
  const { client, registry } = await withFault({ kind: 'hang' });
  const pending = client.get(MANIFEST).catch(error => error.code);
  while (registry.requests.length === 0) {
    await new Promise(resolve => setImmediate(resolve));
  }
  await registry.close();
  expect(await pending).toBe('ECONNRESET');
  expect(registry.requests).toMatchObject([{ fault: 'hang' }]);
  expect(registry.requests[0].status).toBeUndefined();
});

it('is closed in the middle of a delay', async () => {
  const { client, registry } = await withFault({
    kind: 'delay',
    ms: 3_600_000,
  });
  const pending = client.get(MANIFEST).catch(error => error.code);
  while (registry.requests.length === 0) {
    await new Promise(resolve => setImmediate(resolve));
  }
  await registry.close();
  expect(await pending).toBe('ECONNRESET');
  await registry.close();
});

it.each<Fault>([
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'truncate', bytes: 0 },
])('breaks the connection: %j', async fault => {
  const { client } = await withFault(fault);
  await expect(client.get(MANIFEST)).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

it('lies about the digest in the header, in the bytes, or in both', async () => {
  const { client, registry, manifest } = await withFault({
    kind: 'digest',
    header: 'sha256:lie',
  });
  const header = await client.expect(200, 'GET', MANIFEST);
  expect(header.headers['docker-content-digest']).toBe('sha256:lie');
  expect(header.body.equals(manifest.bytes)).toBe(true);
  registry.setFaults([{ fault: { kind: 'digest', alterBytes: true } }]);
  const bytes = await client.expect(200, 'GET', MANIFEST);
  expect(bytes.headers['docker-content-digest']).toBe(manifest.digest);
  expect(bytes.body).toHaveLength(manifest.size);
  expect(digestOf(bytes.body)).not.toBe(manifest.digest);
});

it('sends without end, and ends when the client hangs up', async () => {
  const { client, registry } = await withFault({ kind: 'oversize' });
  const path = MANIFEST;
  const { headers, body } = await client.send('GET', path, {
    maxBytes: 5 * 1024 * 1024,
  });
  expect(headers).not.toHaveProperty('content-length');
  expect(body.length).toBeGreaterThanOrEqual(5 * 1024 * 1024);
  await registry.close();
});

it('redirects, and does not do what was asked', async () => {
  const location = 'http://127.0.0.1:1/elsewhere';
  const { client, registry } = await withFault(
    { kind: 'redirect', location },
    { match: { method: 'DELETE' } },
  );
  const { headers } = await client.expect(307, 'DELETE', MANIFEST);
  expect(headers.location).toBe(location);
  registry.setFaults([]);
  await client.expect(200, 'GET', MANIFEST);
});

it.each([
  ['loop', `<${BASE}/tags/list?n=1>; rel="next"`],
  ['http://other.example/v2/x', '<http://other.example/v2/x>; rel="next"'],
])('links to the next page: %s', async (next, link) => {
  const { client } = await withFault({ kind: 'link', next });
  const answer = await client.expect(200, 'GET', `${BASE}/tags/list?n=1`);
  expect(answer.headers.link).toBe(link);
  expect(JSON.parse(String(answer.body)).tags).toEqual(['1.0.0']);
});

it('names a realm elsewhere', async () => {
  const realm = 'http://other.example/token';
  const { client } = await withFault({ kind: 'realm', realm });
  const { headers } = await client.expect(401, 'GET', MANIFEST);
  expect(headers['www-authenticate']).toContain(`Bearer realm="${realm}"`);
});

it('sends broken JSON with the proper headers', async () => {
  const { client, manifest } = await withFault({ kind: 'malformed' });
  const { headers, body } = await client.expect(200, 'GET', MANIFEST);
  expect(headers['docker-content-digest']).toBe(manifest.digest);
  expect(() => JSON.parse(String(body))).toThrow(SyntaxError);
});

it('sends a small body that inflates to a large one', async () => {
  const bytes = 32 * 1024 * 1024;
  const { client } = await withFault({ kind: 'gzip-bomb', bytes });
  const { headers, body } = await client.expect(200, 'GET', MANIFEST);
  expect(headers['content-encoding']).toBe('gzip');
  expect(body.length).toBeLessThan(bytes / 500);
  expect(gunzipSync(body)).toHaveLength(bytes);
});

describe('which request gets a fault', () => {
  const broken: Fault = { kind: 'status', status: 500 };
  const statuses = async (client: TestClient) => {
    const answers = [
      await client.send('HEAD', MANIFEST),
      await client.get(MANIFEST),
      await client.get(`${BASE}/tags/list`),
      await client.get('/v2/'),
    ];
    return answers.map(({ status }) => status);
  };

  it.each<[string, Omit<FaultRule, 'fault'>, number[]]>([
    ['every one', {}, [500, 500, 500, 500]],
    ['the first two', { times: 2 }, [500, 500, 200, 200]],
    ['by method', { match: { method: 'HEAD' } }, [500, 200, 200, 200]],
    [
      'by path',
      { match: { path: /manifests\/1\.0\.0$/g } },
      [500, 500, 200, 200],
    ],
    [
      'by repository',
      { match: { repository: REPOSITORY } },
      [500, 500, 500, 200],
    ],
    [
      'by two at once',
      { match: { method: 'GET', path: /tags/ } },
      [200, 200, 500, 200],
    ],
    ['by a function', { match: r => r.path === '/v2/' }, [200, 200, 200, 500]],
  ])('%s', async (_, rule, expected) => {
    const { client, registry } = await withFault(broken, rule);
    expect(await statuses(client)).toEqual(expected);
    expect(registry.requests.map(({ fault }) => fault)).toEqual(
      expected.map(status => (status === 500 ? 'status' : undefined)),
    );
  });

  it('is decided by the first rule that is not used up', async () => {
    const { client, registry } = await withFault(broken);
    registry.setFaults([
      { times: 1, fault: { kind: 'status', status: 503 } },
      { match: { method: 'GET' }, times: 1, fault: broken },
    ]);
    expect(await statuses(client)).toEqual([503, 500, 200, 200]);
  });
});
