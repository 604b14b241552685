import { MemoryStore } from 'chart-provenance-oras';
import { digestOf } from '../server/grammar';
import { TestClient } from '../testing/TestClient';
import { closeRegistries, testRegistry } from '../testing/testRegistry';

const REPOSITORY = 'acme/charts/payments';
const UPLOADS = `/v2/${REPOSITORY}/blobs/uploads/`;
const CONTENT = 'a chart archive';
const DIGEST = digestOf(Buffer.from(CONTENT));
const BLOB = `/v2/${REPOSITORY}/blobs/${DIGEST}`;

afterEach(closeRegistries);

async function open(client: TestClient): Promise<string> {
  const { headers } = await client.expect(202, 'POST', UPLOADS);
  return String(headers.location);
}

it.each<[string, (client: TestClient) => Promise<unknown>]>([
  [
    'POST with the digest',
    client =>
      client.expect(201, 'POST', `${UPLOADS}?digest=${DIGEST}`, {
        body: CONTENT,
      }),
  ],
  [
    'POST, PUT',
    async client =>
      client.expect(201, 'PUT', `${await open(client)}?digest=${DIGEST}`, {
        body: CONTENT,
      }),
  ],
  [
    'POST, PATCH with one stream, PUT',
    async client => {
      const session = await open(client);
      await client.expect(202, 'PATCH', session, { body: CONTENT });
      await client.expect(201, 'PUT', `${session}?digest=${DIGEST}`);
    },
  ],
  [
    'POST, PATCH in chunks, PUT with the last one',
    async client => {
      const session = await open(client);
      const patch = (range: string, body: string, status: number) =>
        client.expect(status, 'PATCH', session, {
          headers: { 'Content-Range': range },
          body,
        });
      expect((await patch('0-4', CONTENT.slice(0, 5), 202)).headers.range).toBe(
        '0-4',
      );
      // A chunk that comes twice, and one that comes too early.
      await patch('0-4', CONTENT.slice(0, 5), 416);
      await patch('7-9', CONTENT.slice(7, 10), 416);
      const { headers } = await client.expect(204, 'GET', session);
      expect(headers.range).toBe('0-4');
      await patch('5-9', CONTENT.slice(5, 10), 202);
      await client.expect(201, 'PUT', `${session}?digest=${DIGEST}`, {
        body: CONTENT.slice(10),
      });
      await client.expect(404, 'GET', session);
    },
  ],
])('takes a blob by %s', async (_, push) => {
  const { client } = await testRegistry();
  await push(client);
  const { body, headers } = await client.expect(200, 'GET', BLOB);
  expect(String(body)).toBe(CONTENT);
  expect(headers['docker-content-digest']).toBe(DIGEST);
  const head = await client.expect(200, 'HEAD', BLOB);
  expect(head.headers['content-length']).toBe(String(CONTENT.length));
});

it.each(['', `?digest=${digestOf(Buffer.from('other'))}`, '?digest=md5:1'])(
  'keeps nothing when a PUT says "%s"',
  async query => {
    const { client } = await testRegistry();
    const session = await open(client);
    const answer = await client.send('PUT', `${session}${query}`, {
      body: CONTENT,
    });
    expect(answer.status).toBe(400);
    expect((await client.send('HEAD', BLOB)).status).toBe(404);
  },
);

it('ties a session to its repository', async () => {
  const { client } = await testRegistry({
    createRepository: () => new MemoryStore(),
  });
  const elsewhere = (await open(client)).replace(REPOSITORY, 'acme/other');
  const answer = await client.send('PUT', `${elsewhere}?digest=${DIGEST}`, {
    body: CONTENT,
  });
  expect(answer.status).toBe(404);
});

it('forgets a session that is cancelled', async () => {
  const { client } = await testRegistry();
  const session = await open(client);
  expect((await client.send('DELETE', session)).status).toBe(204);
  const answer = await client.send('PATCH', session, { body: CONTENT });
  expect(answer.status).toBe(404);
});

it('mounts a blob that is there and opens a session for one that is not', async () => {
  const { client } = await testRegistry({
    createRepository: () => new MemoryStore(),
  });
  const mount = (digest: string) =>
    client.send(
      'POST',
      `/v2/acme/mirror/blobs/uploads/?mount=${digest}&from=${REPOSITORY}`,
    );
  expect((await mount(DIGEST)).status).toBe(202);
  await client.pushBlob(REPOSITORY, CONTENT);
  expect((await mount(DIGEST)).status).toBe(201);
  const path = `/v2/acme/mirror/blobs/${DIGEST}`;
  expect(String((await client.get(path)).body)).toBe(CONTENT);
});

it('finds a blob to mount wherever it is, when it is not told where', async () => {
  const { client } = await testRegistry({
    createRepository: () => new MemoryStore(),
  });
  const path = `/v2/acme/mirror/blobs/uploads/?mount=${DIGEST}`;
  await client.expect(202, 'POST', path);
  await client.pushBlob(REPOSITORY, CONTENT);
  const { headers } = await client.expect(201, 'POST', path);
  const { body } = await client.expect(200, 'GET', String(headers.location));
  expect(String(body)).toBe(CONTENT);
  await client.expect(400, 'POST', '/v2/acme/x/blobs/uploads/?mount=md5:1');
});

it('gives an upload up that nobody goes on with, so that others find room', async () => {
  let time = 0;
  const { client } = await testRegistry({ now: () => time });
  const idle = await open(client);
  const busy = await open(client);
  time += 3_000_000;
  await client.expect(202, 'PATCH', busy, { body: CONTENT });
  time += 3_000_000;
  await open(client);
  expect((await client.get(idle)).status).toBe(404);
  const put = await client.send('PUT', `${busy}?digest=${DIGEST}`);
  expect(put.status).toBe(201);
});

it.each([
  ['bytes=0-3', 206, CONTENT.slice(0, 4), `bytes 0-3/${CONTENT.length}`],
  ['bytes=10-', 206, CONTENT.slice(10), `bytes 10-14/${CONTENT.length}`],
  ['bytes=-3', 206, CONTENT.slice(-3), `bytes 12-14/${CONTENT.length}`],
  ['bytes=8-99', 206, CONTENT.slice(8), `bytes 8-14/${CONTENT.length}`],
  ['bytes=15-', 416, '', `bytes */${CONTENT.length}`],
  ['bytes=5-2', 416, '', `bytes */${CONTENT.length}`],
  ['bytes=0-1,3-4', 200, CONTENT, undefined],
  ['lines=1-2', 200, CONTENT, undefined],
])('answers Range %s with %i', async (range, status, body, contentRange) => {
  const { client } = await testRegistry();
  await client.pushBlob(REPOSITORY, CONTENT);
  const answer = await client.send('GET', BLOB, { headers: { range } });
  expect(answer.status).toBe(status);
  expect(String(answer.body)).toBe(body);
  expect(answer.headers['content-range']).toBe(contentRange);
});
