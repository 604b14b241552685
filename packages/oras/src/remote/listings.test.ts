import { index, pushAll } from '../__testUtils__/fixtures';
import { closeRegistries, TestRegistry } from '../__testUtils__/registry';
import {
  chart,
  closeServers,
  paths,
  seeded,
  serve,
  signature,
} from '../__testUtils__/seeded';
import { LOCAL } from '../__testUtils__/testServer';
import { digestOf } from '../descriptor/digestOf';
import { createEgressTransport } from '../egress/createEgressTransport';
import { fallbackTag } from './fallbackTag';
import { RemoteRepository } from './RemoteRepository';

afterEach(async () => {
  await closeRegistries();
  await closeServers();
});

describe('referrers', () => {
  const asked = ({ registry }: TestRegistry) =>
    registry.requests.filter(({ path }) => paths.referrers.test(path)).length;

  it('remembers for a while that a repository has no API', async () => {
    let now = 0;
    const made = await seeded({ referrersApi: false });
    const repository = made.client({ now: () => now });
    for (let n = 0; n < 3; n++) {
      const found = await repository.referrers(chart.descriptor);
      expect(found).toEqual({ descriptors: [], source: 'none' });
    }
    expect(asked(made)).toBe(1);
    now += 10 * 60_000;
    made.registry.setReferrersApi(true);
    const found = await repository.referrers(chart.descriptor);
    expect(found).toMatchObject({ source: 'api', descriptors: [{}] });
  });

  it('does not take an API that fails for an absence', async () => {
    const { registry, client } = await seeded();
    const repository = client();
    await repository.referrers(chart.descriptor);
    registry.setReferrersApi(false);
    await expect(repository.referrers(chart.descriptor)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('never filters the fallback index by what it says', async () => {
    const { client } = await seeded({ referrersApi: false });
    const repository = client();
    const lying = index([
      {
        ...signature.descriptor,
        artifactType: 'application/vnd.oci.empty.v1+json',
      },
    ]);
    const tag = fallbackTag(chart.descriptor.digest);
    await pushAll(repository, lying);
    await repository.tag(lying.descriptor, tag);
    const found = await repository.referrers(chart.descriptor, {
      artifactType: 'sig',
    });
    expect(found).toMatchObject({
      source: 'fallback-tag',
      descriptors: [signature.descriptor],
    });
    await repository.tag(chart.descriptor, tag);
    await expect(repository.referrers(chart.descriptor)).rejects.toMatchObject({
      code: 'malformed-response',
    });
  });

  it('cuts a long digest for its tag', () => {
    const sha512 = digestOf(new Uint8Array(), 'sha512');
    expect(fallbackTag(sha512)).toBe(`sha512-${sha512.slice(7, 71)}`);
  });
});

it('lists ten thousand tags', async () => {
  const { store, client } = await seeded();
  const tags = Array.from({ length: 10_000 }, (_, n) => `1.0.${n}`);
  for (const tag of tags) {
    await store.tag(chart.descriptor, tag);
  }
  const pages: string[][] = [];
  for await (const page of client().tags()) {
    pages.push(page);
  }
  expect(pages).toHaveLength(10);
  expect(pages.flat()).toEqual(tags.sort());
});

it('stops at the first bad tag: millions of them fit into a page, and a finding for each into no memory', async () => {
  const server = await serve((_, response) => {
    response.end(JSON.stringify({ tags: Array(10_000).fill('-') }));
  });
  const transport = createEgressTransport({
    proxy: 'none',
    hosts: { [server.host]: LOCAL },
  });
  const repository = new RemoteRepository(`${server.host}/acme/payments`, {
    plainHttp: true,
    transport,
  });
  const listing = repository.tags()[Symbol.asyncIterator]();
  const looks = jest.spyOn(RegExp.prototype, 'test');
  await expect(listing.next()).rejects.toMatchObject({
    code: 'malformed-response',
  });
  const count = looks.mock.calls.length;
  looks.mockRestore();
  await transport.close();
  expect(count).toBeLessThan(1_000);
});
