import { JsonObject } from '@backstage/types';
import {
  Answer,
  Arrived,
  testServer,
} from '../../registries/__testUtils__/testServer';
import {
  closeAll,
  closing,
  listingOf,
  onLoopback,
} from './__testUtils__/listingOf';
import { cut, failing, kept } from './__testUtils__/pages';

afterEach(closeAll);

const serve = async (answer: (request: Arrived) => Answer) =>
  closing(await testServer(answer));

describe('Harbor', () => {
  const ROBOT = { username: 'robot$acme+reader', password: 'r0bot' };
  const header = `Basic ${Buffer.from(
    `${ROBOT.username}:${ROBOT.password}`,
  ).toString('base64')}`;

  /** Its API 2.0, as the swagger file of 2.13 has it. */
  async function harbor(
    names: string[],
    options: { total?: string; projects?: string[] } = {},
  ) {
    const { total = String(names.length), projects = ['acme'] } = options;
    return serve(({ url, authorization }): Answer => {
      if (url.pathname === '/v2/') {
        return {
          status: 401,
          headers: {
            'www-authenticate': `Bearer realm="https://h.dev/service/token",service="harbor-registry"`,
          },
        };
      }
      const [, project = ''] =
        /^\/api\/v2\.0\/projects\/([^/]+)\/repositories$/.exec(url.pathname) ??
        [];
      if (authorization !== header) {
        return {
          status: 401,
          body: { errors: [{ code: 'UNAUTHORIZED', message: 'unauthorized' }] },
        };
      }
      if (!projects.includes(project)) {
        return {
          status: 403,
          body: { errors: [{ code: 'FORBIDDEN', message: 'forbidden' }] },
        };
      }
      const size = Math.min(Number(url.searchParams.get('page_size')), 100);
      const page = Number(url.searchParams.get('page'));
      return {
        status: 200,
        headers: {
          'x-total-count': total,
          link: `<https://evil.dev/api/v2.0/projects/acme/repositories?page=${
            page + 1
          }>; rel="next"`,
        },
        body: cut(names, size, page).map((name, id) => ({
          ...{ id, name, project_id: 2, artifact_count: 1 },
          creation_time: '2026-11-23T00:00:00.000Z',
        })),
      };
    });
  }
  const list = (host: string, fields: JsonObject = {}) =>
    listingOf(
      onLoopback(host, { auth: { type: 'basic', ...ROBOT }, ...fields }),
    );

  it('is known by its challenge, and its projects are listed page after page', async () => {
    const server = await harbor([...kept(230), 'acme/images/web']);
    const { reading } = await list(server.host);
    expect(reading).toEqual({
      method: 'harbor',
      repositories: kept(230),
      complete: true,
    });
    const asked = server.requests.map(({ url }) => url.pathname + url.search);
    expect(asked).toEqual([
      '/v2/',
      ...[1, 2, 3].map(
        page =>
          `/api/v2.0/projects/acme/repositories?page=${page}&page_size=100`,
      ),
    ]);
    // Its credential is for its API, and not for finding out what it is.
    expect(server.requests[0].authorization).toBeUndefined();
  });

  it('removes nothing when it shows fewer than it counts', async () => {
    const server = await harbor(kept(120), { total: '200' });
    expect((await list(server.host)).reading).toMatchObject({
      complete: false,
    });
  });

  it('goes on to an empty page where nothing is counted', async () => {
    const server = await harbor(kept(120), { total: 'many' });
    expect((await list(server.host)).reading).toMatchObject({
      complete: true,
      repositories: kept(120),
    });
  });

  it('says what it lacks', async () => {
    const server = await harbor([]);
    const wrong = { auth: { type: 'none' } };
    expect((await list(server.host, wrong)).reading).toEqual(
      failing(/robot account/),
    );
    const other = { repositories: [{ match: 'secret/{name}' }] };
    expect((await list(server.host, other)).reading).toEqual(
      failing(/robot account/, /HTTP 403/),
    );
  });

  it('lists no project where a rule begins with a pattern, and says that there may be more', async () => {
    const server = await harbor(kept(2));
    const rules = [
      { match: '*/charts/{name}' },
      { match: 'acme/charts/{name}' },
    ];
    expect((await list(server.host, { repositories: rules })).reading).toEqual({
      ...{ method: 'harbor', repositories: kept(2), complete: false },
    });
  });

  it.each<[string, Answer]>([
    ['a page', { status: 200, body: '<html>' }],
    ['another list', { status: 200, body: [{ id: 1 }] }],
    ['an object', { status: 200, body: { repositories: [] } }],
    [
      'a long list',
      { status: 200, body: Array(1_001).fill({ name: 'acme/a' }) },
    ],
    ['a redirect', { status: 302, headers: { location: 'https://10.0.0.1/' } }],
  ])('that answers with %s is no Harbor', async (_, answer) => {
    const server = await serve(() => answer);
    const { reading } = await list(server.host, { listing: 'harbor' });
    expect(reading).toEqual(failing(/host and listing/));
  });

  it('with pages without end is given up', async () => {
    const server = await serve(() => ({
      status: 200,
      body: Array(1_000).fill({ name: 'acme/charts/a' }),
    }));
    const { reading } = await list(server.host, { listing: 'harbor' });
    expect(reading).toEqual(failing(/listing: none/, /more than is read/));
    expect(server.requests.length).toBeLessThanOrEqual(51);
  }, 30_000);
});
