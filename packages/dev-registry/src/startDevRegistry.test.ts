import { digestOf } from './server/grammar';
import { startDevRegistry } from './startDevRegistry';
import { INDEX_TYPE, MANIFEST_TYPE, TestClient } from './testing/TestClient';
import { closeRegistries, testRegistry } from './testing/testRegistry';

const REPOSITORY = 'acme/charts/payments';
const BASE = `/v2/${REPOSITORY}`;
const ABSENT = `sha256:${'0'.repeat(64)}`;

afterEach(closeRegistries);

/** undefined for an answer without a body or without errors */
function codeOf(body: Buffer): string | undefined {
  return JSON.parse(String(body) || '{}').errors?.[0].code;
}

describe.each([{ referrersApi: true }, { referrersApi: false }])(
  'with %j',
  ({ referrersApi }) => {
    it('keeps a manifest with its bytes, media type and digest, by tag and by digest', async () => {
      const { client } = await testRegistry({ referrersApi });
      const { digest, bytes } = await client.pushManifest(REPOSITORY, {
        tag: '1.2.3',
      });
      for (const reference of ['1.2.3', digest]) {
        const path = `${BASE}/manifests/${reference}`;
        const got = await client.expect(200, 'GET', path);
        expect(got.body.equals(bytes)).toBe(true);
        const head = await client.expect(200, 'HEAD', path);
        expect(head.body).toHaveLength(0);
        for (const { headers } of [got, head]) {
          expect(headers).toMatchObject({
            'content-type': MANIFEST_TYPE,
            'content-length': String(bytes.length),
            'docker-content-digest': digest,
          });
        }
      }
    });

    it.each([
      ['GET', '/v2/', 200, undefined],
      ['GET', '/v1/', 404, 'UNSUPPORTED'],
      ['GET', `/v2/nobody/tags/list`, 404, 'NAME_UNKNOWN'],
      ['GET', `/v2/Acme/tags/list`, 400, 'NAME_INVALID'],
      ['GET', `/v2/acme/../x/tags/list`, 404, 'NAME_UNKNOWN'],
      ['GET', `/v2/acme/..%2fx/tags/list`, 400, 'NAME_INVALID'],
      ['GET', `${BASE}/manifests/none`, 404, 'MANIFEST_UNKNOWN'],
      ['GET', `${BASE}/manifests/${ABSENT}`, 404, 'MANIFEST_UNKNOWN'],
      ['GET', `${BASE}/manifests/..%2f..`, 404, 'MANIFEST_UNKNOWN'],
      ['DELETE', `${BASE}/manifests/none`, 404, 'MANIFEST_UNKNOWN'],
      ['GET', `${BASE}/blobs/${ABSENT}`, 404, 'BLOB_UNKNOWN'],
      ['HEAD', `${BASE}/blobs/${ABSENT}`, 404, undefined],
      ['GET', `${BASE}/blobs/sha256:short`, 400, 'DIGEST_INVALID'],
      ['GET', `${BASE}/blobs/uploads/none`, 404, 'BLOB_UPLOAD_UNKNOWN'],
      ['PATCH', `${BASE}/blobs/uploads/none`, 404, 'BLOB_UPLOAD_UNKNOWN'],
      ['POST', '/v2/nobody/blobs/uploads/', 404, 'NAME_UNKNOWN'],
      ['GET', `${BASE}/tags/list?n=many`, 400, 'UNSUPPORTED'],
      ['PUT', `${BASE}/tags/list`, 405, 'UNSUPPORTED'],
      ['POST', `${BASE}/manifests/1.0.0`, 405, 'UNSUPPORTED'],
      ['GET', '/token', 404, 'UNSUPPORTED'],
    ])('%s %s is %i %s', async (method, path, status, code) => {
      const { client } = await testRegistry({ referrersApi });
      const answer = await client.expect(status, method, path);
      expect(codeOf(answer.body)).toBe(code);
    });
  },
);

async function pushReferrer(client: TestClient) {
  const subject = await client.pushManifest(REPOSITORY, { tag: '1.0.0' });
  const { bytes } = await client.pushManifest(REPOSITORY, {
    artifactType: 'application/spdx+json',
    subject: { digest: subject.digest, size: subject.size },
  });
  const put = await client.expect(201, 'PUT', `${BASE}/manifests/again`, {
    headers: { 'Content-Type': MANIFEST_TYPE },
    body: bytes,
  });
  const listed = await client.get(`${BASE}/referrers/${subject.digest}`);
  return { subject, bytes, put, listed };
}

it('lists referrers with the API, and says so when one is pushed', async () => {
  const { client } = await testRegistry();
  const { subject, bytes, put, listed } = await pushReferrer(client);
  expect(put.headers['oci-subject']).toBe(subject.digest);
  expect(listed.status).toBe(200);
  expect(listed.headers['content-type']).toBe(INDEX_TYPE);
  expect(JSON.parse(String(listed.body)).manifests).toEqual([
    {
      mediaType: MANIFEST_TYPE,
      digest: digestOf(bytes),
      size: bytes.length,
      artifactType: 'application/spdx+json',
    },
  ]);
});

it('leaves the fallback tag to the client without the API', async () => {
  const { client } = await testRegistry({ referrersApi: false });
  const { subject, put, listed } = await pushReferrer(client);
  expect(put.headers).not.toHaveProperty('oci-subject');
  expect(listed.status).toBe(404);
  const tag = subject.digest.replace(':', '-');
  const fallback = await client.get(`${BASE}/manifests/${tag}`);
  expect(fallback.status).toBe(404);
});

describe('a target that was filled before', () => {
  it('gives the blobs of tagged manifests and of their referrers', async () => {
    const { client, store } = await testRegistry();
    const subject = await client.pushManifest(REPOSITORY, {
      tag: 'a',
      layer: 'chart',
    });
    await client.pushManifest(REPOSITORY, {
      layer: 'bundle',
      subject: { digest: subject.digest, size: subject.size },
    });
    const second = await startDevRegistry({
      repositories: name => (name === 'other' ? store : undefined),
    });
    try {
      const other = new TestClient(second.url);
      for (const content of ['chart', 'bundle']) {
        const path = `/v2/other/blobs/${digestOf(Buffer.from(content))}`;
        expect(String((await other.expect(200, 'GET', path)).body)).toBe(
          content,
        );
      }
      await other.expect(404, 'GET', '/v2/_catalog');
    } finally {
      await second.close();
    }
  });
});

it('refuses every write when it is read-only', async () => {
  const { client } = await testRegistry({ readOnly: true });
  for (const [method, path] of [
    ['POST', `${BASE}/blobs/uploads/`],
    ['PUT', `${BASE}/manifests/1.0.0`],
    ['DELETE', `${BASE}/manifests/1.0.0`],
    ['DELETE', `${BASE}/blobs/${ABSENT}`],
  ]) {
    const answer = await client.expect(405, method, path);
    expect(codeOf(answer.body)).toBe('UNSUPPORTED');
  }
});

it('records what came, in order and bounded, without credentials', async () => {
  const { client, registry } = await testRegistry({ maxRequests: 2 });
  await client.get('/v2/');
  await client.get(`${BASE}/tags/list?n=1`, { authorization: 'Bearer secret' });
  await client.get(`${BASE}/manifests/none`);
  expect(registry.requests).toMatchObject([
    {
      method: 'GET',
      path: `${BASE}/tags/list`,
      search: '?n=1',
      repository: REPOSITORY,
      authorizationScheme: 'bearer',
      host: registry.host,
      status: 200,
    },
    { path: `${BASE}/manifests/none`, status: 404 },
  ]);
  expect(registry.requests[1].authorizationScheme).toBeUndefined();
  expect(JSON.stringify(registry.requests)).not.toContain('secret');
});
