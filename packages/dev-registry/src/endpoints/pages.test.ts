import { digestOf } from '../server/grammar';
import { TestClient } from '../testing/TestClient';
import { closeRegistries, testRegistry } from '../testing/testRegistry';

const REPOSITORY = 'acme/charts/payments';
const BASE = `/v2/${REPOSITORY}`;
const ABSENT = `sha256:${'0'.repeat(64)}`;

afterEach(closeRegistries);

describe('pages', () => {
  const linkOf = (link: unknown) =>
    /^<([^>]+)>; rel="next"$/.exec(String(link))?.[1];

  async function follow(
    client: TestClient,
    first: string,
  ): Promise<string[][]> {
    const pages: string[][] = [];
    for (let path: string | undefined = first; path; ) {
      const { body, headers } = await client.expect(200, 'GET', path);
      const { tags, manifests } = JSON.parse(String(body));
      pages.push(tags ?? manifests.map((m: { digest: string }) => m.digest));
      path = linkOf(headers.link);
    }
    return pages;
  }

  it.each([
    [
      '',
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ],
    ['?n=2', [['a', 'b'], ['c', 'd'], ['e']]],
    [
      '?n=100',
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ],
    ['?n=5&last=c', [['d', 'e']]],
    ['?last=z', [[]]],
    ['?n=0', [[]]],
  ])('cuts tags/list%s', async (query, pages) => {
    const { client } = await testRegistry({ pageSize: { tags: 3 } });
    for (const tag of ['c', 'a', 'e', 'b', 'd']) {
      await client.pushManifest(REPOSITORY, { tag });
    }
    expect(await follow(client, `${BASE}/tags/list${query}`)).toEqual(pages);
  });

  it('cuts referrers and filters them on every page', async () => {
    const { client } = await testRegistry({ pageSize: { referrers: 2 } });
    const subject = await client.pushManifest(REPOSITORY, { tag: 'a' });
    const wanted: string[] = [];
    for (const layer of ['1', '2', '3', '4', '5', '6']) {
      const artifactType = Number(layer) % 3 === 0 ? 'x/other' : 'x/wanted';
      const { digest } = await client.pushManifest(REPOSITORY, {
        layer,
        artifactType,
        subject: { digest: subject.digest, size: subject.size },
      });
      if (artifactType === 'x/wanted') {
        wanted.push(digest);
      }
    }
    const path = `${BASE}/referrers/${subject.digest}`;
    const all = await follow(client, path);
    expect(all.map(page => page.length)).toEqual([2, 2, 2]);
    const query = `${path}?artifactType=x%2Fwanted`;
    const filtered = await follow(client, query);
    expect(filtered.map(page => page.length)).toEqual([2, 2]);
    expect(filtered.flat().sort()).toEqual(wanted.sort());
    const { headers } = await client.get(query);
    expect(headers['oci-filters-applied']).toBe('artifactType');
  });

  it('answers an empty index for a subject nobody knows', async () => {
    const { client } = await testRegistry();
    for (const name of [REPOSITORY, 'nobody/here']) {
      const path = `/v2/${name}/referrers/${ABSENT}`;
      expect(await follow(client, path)).toEqual([[]]);
    }
  });
});

describe('fallback tags', () => {
  it('are derived from a seeded store only when asked for and the API is off', async () => {
    const { client, registry } = await testRegistry({
      deriveFallbackTags: true,
    });
    const subject = await client.pushManifest(REPOSITORY, { tag: 'a' });
    const referrer = await client.pushManifest(REPOSITORY, {
      subject: { digest: subject.digest, size: subject.size },
    });
    const path = `${BASE}/manifests/${subject.digest.replace(':', '-')}`;
    await client.expect(404, 'GET', path);
    registry.setReferrersApi(false);
    const { body, headers } = await client.expect(200, 'GET', path);
    expect(JSON.parse(String(body)).manifests).toMatchObject([
      { digest: referrer.digest },
    ]);
    expect(headers['docker-content-digest']).toBe(digestOf(body));
    const none = referrer.digest.replace(':', '-');
    await client.expect(404, 'GET', `${BASE}/manifests/${none}`);
  });
});
