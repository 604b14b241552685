import { MemoryStore } from 'chart-provenance-oras';
import { digestOf } from '../server/grammar';
import { INDEX_TYPE, MANIFEST_TYPE } from '../testing/TestClient';
import { closeRegistries, testRegistry } from '../testing/testRegistry';

const REPOSITORY = 'acme/charts/payments';
const BASE = `/v2/${REPOSITORY}`;
const ABSENT = `sha256:${'0'.repeat(64)}`;

afterEach(closeRegistries);

function codeOf(body: Buffer): string {
  return JSON.parse(String(body)).errors[0].code;
}

describe('pushing a manifest', () => {
  const manifest = (over: object = {}) =>
    JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST_TYPE, ...over });

  it.each([
    [
      'a digest of other bytes',
      ABSENT,
      MANIFEST_TYPE,
      manifest(),
      'DIGEST_INVALID',
    ],
    ['no JSON', '1.0.0', MANIFEST_TYPE, '{', 'MANIFEST_INVALID'],
    ['no object', '1.0.0', MANIFEST_TYPE, '[]', 'MANIFEST_INVALID'],
    [
      'a tag out of the grammar',
      '.tag',
      MANIFEST_TYPE,
      manifest(),
      'MANIFEST_INVALID',
    ],
    [
      'a tag that is too long',
      'x'.repeat(129),
      MANIFEST_TYPE,
      manifest(),
      'MANIFEST_INVALID',
    ],
    [
      'another Content-Type',
      '1.0.0',
      INDEX_TYPE,
      manifest(),
      'MANIFEST_INVALID',
    ],
    [
      'a type that is no manifest',
      '1.0.0',
      'text/plain',
      '{}',
      'MANIFEST_INVALID',
    ],
    [
      'a layer that is not there',
      '1.0.0',
      MANIFEST_TYPE,
      manifest({ layers: [{ mediaType: 'x/y', digest: ABSENT, size: 1 }] }),
      'MANIFEST_BLOB_UNKNOWN',
    ],
    [
      'a layer without a digest',
      '1.0.0',
      MANIFEST_TYPE,
      manifest({ layers: [{ mediaType: 'x/y', digest: 'sha256:1', size: 1 }] }),
      'MANIFEST_INVALID',
    ],
  ])('refuses %s', async (_, reference, type, body, code) => {
    const { client } = await testRegistry();
    const answer = await client.expect(
      400,
      'PUT',
      `${BASE}/manifests/${reference}`,
      {
        headers: { 'Content-Type': type },
        body,
      },
    );
    expect(codeOf(answer.body)).toBe(code);
    const tags = await client.get(`${BASE}/tags/list`);
    expect(JSON.parse(String(tags.body)).tags).toEqual([]);
  });

  it('refuses more than 4 MiB and leaves the connection usable', async () => {
    const { client } = await testRegistry();
    const answer = await client.send('PUT', `${BASE}/manifests/1.0.0`, {
      headers: { 'Content-Type': MANIFEST_TYPE },
      body: Buffer.alloc(5 * 1024 * 1024),
    });
    expect([answer.status, codeOf(answer.body)]).toEqual([413, 'SIZE_INVALID']);
    await client.expect(200, 'GET', '/v2/');
  });

  it('makes a repository only where it is told how', async () => {
    const { client } = await testRegistry({
      createRepository: name =>
        name.startsWith('acme/') ? new MemoryStore() : undefined,
    });
    await client.pushManifest('acme/charts/new', { tag: '1.0.0' });
    const catalog = await client.get('/v2/_catalog');
    expect(JSON.parse(String(catalog.body)).repositories).toEqual([
      'acme/charts/new',
      REPOSITORY,
    ]);
    await client.expect(404, 'POST', '/v2/other/new/blobs/uploads/');
  });
});

describe('what a registry may do besides', () => {
  it('takes a manifest without its blobs only when it is told to', async () => {
    const body = JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      layers: [{ mediaType: 'x/y', digest: ABSENT, size: 1 }],
    });
    for (const acceptMissingBlobs of [false, true]) {
      const { client } = await testRegistry({ acceptMissingBlobs });
      const status = acceptMissingBlobs ? 201 : 400;
      const headers = { 'Content-Type': MANIFEST_TYPE };
      const path = `${BASE}/manifests/1.0.0`;
      await client.expect(status, 'PUT', path, { headers, body });
      const { status: found } = await client.get(path);
      expect(found).toBe(acceptMissingBlobs ? 200 : 404);
    }
  });

  it.each(['sha256', 'sha512'] as const)(
    'tags a manifest that is pushed by its %s digest',
    async algorithm => {
      const { client } = await testRegistry();
      const { bytes } = await client.pushManifest(REPOSITORY);
      const digest = digestOf(bytes, algorithm);
      const put = (query: string, status: number) =>
        client.expect(status, 'PUT', `${BASE}/manifests/${digest}?${query}`, {
          headers: { 'Content-Type': MANIFEST_TYPE },
          body: bytes,
        });
      expect((await put('', 201)).headers).not.toHaveProperty('oci-tag');
      const { headers } = await put('tag=1.0.0&tag=latest', 201);
      expect(headers['oci-tag']).toBe('1.0.0, latest');
      for (const tag of ['1.0.0', 'latest']) {
        const found = await client.get(`${BASE}/manifests/${tag}`);
        expect(found.headers['docker-content-digest']).toBe(digest);
      }
      expect(codeOf((await put('tag=good&tag=.bad', 400)).body)).toBe(
        'MANIFEST_INVALID',
      );
      await put('tag=x&'.repeat(101), 414);
      const tags = await client.get(`${BASE}/tags/list`);
      expect(JSON.parse(String(tags.body)).tags).toEqual(['1.0.0', 'latest']);
    },
  );
});

describe('deleting', () => {
  it('is refused where the target cannot', async () => {
    const store = new MemoryStore();
    const reading = new Proxy(store, {
      has: (target, name) =>
        name !== 'delete' && name !== 'untag' && name in target,
    });
    const { client } = await testRegistry({
      repositories: new Map([[REPOSITORY, reading]]),
    });
    const { digest } = await client.pushManifest(REPOSITORY, { tag: 'a' });
    const blob = await client.pushBlob(REPOSITORY, 'chart');
    for (const path of [
      `manifests/a`,
      `manifests/${digest}`,
      `blobs/${blob}`,
    ]) {
      const answer = await client.expect(405, 'DELETE', `${BASE}/${path}`);
      expect(codeOf(answer.body)).toBe('UNSUPPORTED');
      await client.expect(200, 'GET', `${BASE}/${path}`);
    }
  });

  it('takes a tag alone, and a digest with all its tags and its place among the referrers', async () => {
    const { client } = await testRegistry();
    const subject = await client.pushManifest(REPOSITORY, { tag: 'a' });
    const referrer = await client.pushManifest(REPOSITORY, {
      tag: 'b',
      subject: { digest: subject.digest, size: subject.size },
    });
    const put = (tag: string) =>
      client.expect(201, 'PUT', `${BASE}/manifests/${tag}`, {
        headers: { 'Content-Type': MANIFEST_TYPE },
        body: referrer.bytes,
      });
    await put('c');
    await client.expect(202, 'DELETE', `${BASE}/manifests/b`);
    await client.expect(404, 'GET', `${BASE}/manifests/b`);
    await client.expect(200, 'GET', `${BASE}/manifests/${referrer.digest}`);
    await client.expect(202, 'DELETE', `${BASE}/manifests/${referrer.digest}`);
    await client.expect(404, 'GET', `${BASE}/manifests/c`);
    const tags = await client.get(`${BASE}/tags/list`);
    expect(JSON.parse(String(tags.body)).tags).toEqual(['a']);
    const list = () => client.get(`${BASE}/referrers/${subject.digest}`);
    expect(JSON.parse(String((await list()).body)).manifests).toEqual([]);
    await put('b');
    expect(JSON.parse(String((await list()).body)).manifests).toHaveLength(1);
    await client.expect(200, 'GET', `${BASE}/manifests/b`);
  });

  it('takes a blob until it is pushed again', async () => {
    const { client } = await testRegistry();
    const digest = await client.pushBlob(REPOSITORY, 'chart');
    const path = `${BASE}/blobs/${digest}`;
    expect((await client.send('DELETE', path)).status).toBe(202);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.send('DELETE', path)).status).toBe(404);
    await client.pushBlob(REPOSITORY, 'chart');
    expect((await client.get(path)).status).toBe(200);
  });
});
