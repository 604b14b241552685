import { namedHosts } from '../../registries/__testUtils__/namedHosts';
import {
  Answer,
  Arrived,
  testServer,
} from '../../registries/__testUtils__/testServer';
import { stopStandIns } from '../../registries/cloud/__testUtils__/standIn';
import { startGoogleCloud } from '../../registries/google/__testUtils__/googleCloud';
import { closeAll, closing, listingOf } from './__testUtils__/listingOf';
import { failing } from './__testUtils__/pages';

afterEach(async () => {
  await closeAll();
  await stopStandIns();
});

const serve = async (answer: (request: Arrived) => Answer) =>
  closing(await testServer(answer));

describe('Artifact Registry', () => {
  const PARENT = '/v1/projects/acme/locations/europe-west3';
  const WIDE = 'cloud-platform.read-only';

  async function gar(
    answer: (request: Arrived) => Answer,
    rules = ['acme/charts/**'],
  ) {
    const cloud = await startGoogleCloud();
    await cloud.gke();
    const api = await serve(request =>
      /^Bearer ya29\./.test(request.authorization ?? '')
        ? answer(request)
        : { status: 401 },
    );
    const named = namedHosts({
      'https://artifactregistry.googleapis.com': api,
    });
    const { reading } = await listingOf(
      {
        host: 'europe-west3-docker.pkg.dev',
        auth: { type: 'google', scope: WIDE },
        repositories: rules.map(match => ({ match })),
      },
      named,
    );
    return {
      reading,
      scopes: cloud.scopes,
      asked: api.requests.map(({ url }) => url.pathname + url.search),
    };
  }
  const packages = (repository: string, names: string[]) =>
    names.map(name => ({
      name: `projects/acme/locations/europe-west3/repositories/${repository}/packages/${encodeURIComponent(
        name,
      )}`,
      createTime: '2026-11-23T00:00:00Z',
    }));

  it('is listed repository by repository, page after page', async () => {
    const { reading, asked, scopes } = await gar(({ url }) => ({
      status: 200,
      body:
        url.searchParams.get('pageToken') === 'two'
          ? { packages: packages('charts', ['deep/er/c']) }
          : { packages: packages('charts', ['a', 'b']), nextPageToken: 'two' },
    }));
    expect(reading).toEqual({
      method: 'gar',
      repositories: ['acme/charts/a', 'acme/charts/b', 'acme/charts/deep/er/c'],
      complete: true,
    });
    expect(asked).toEqual([
      `${PARENT}/repositories/charts/packages?pageSize=1000`,
      `${PARENT}/repositories/charts/packages?pageSize=1000&pageToken=two`,
    ]);
    expect(scopes).toEqual([`https://www.googleapis.com/auth/${WIDE}`]);
  });

  it('is asked for its repositories where the rules name the project only', async () => {
    const { reading, asked } = await gar(
      ({ url }) => ({
        status: 200,
        body: url.pathname.endsWith('/packages')
          ? { packages: packages('x', ['a']) }
          : {
              repositories: [
                {
                  name: `${PARENT.slice(4)}/repositories/charts`,
                  format: 'DOCKER',
                },
                {
                  name: `${PARENT.slice(4)}/repositories/more`,
                  format: 'DOCKER',
                },
              ],
            },
      }),
      ['acme/{group}/{name}'],
    );
    expect(reading).toMatchObject({
      repositories: ['acme/charts/a', 'acme/more/a'],
      complete: true,
    });
    expect(asked).toHaveLength(3);
  });

  it('that has none answers with nothing', async () => {
    const { reading } = await gar(() => ({ status: 200, body: {} }));
    expect(reading).toEqual({
      method: 'gar',
      repositories: [],
      complete: true,
    });
  });

  it.each<[string, Answer, RegExp]>([
    [
      'refuses',
      {
        status: 403,
        body: { error: { code: 403, status: 'PERMISSION_DENIED' } },
      },
      /artifactregistry\.reader/,
    ],
    [
      'has no such repository',
      { status: 404, body: { error: { code: 404 } } },
      /first two segments/,
    ],
    [
      'answers something else',
      { status: 200, body: { packages: [{}] } },
      /host and listing/,
    ],
    [
      'has pages without end',
      {
        status: 200,
        body: {
          packages: packages('charts', Array(1_000).fill('a')),
          nextPageToken: 'again',
        },
      },
      /listing: none/,
    ],
  ])(
    'that %s fails',
    async (_, answer, fix) => {
      const { reading } = await gar(() => answer);
      expect(reading).toEqual(failing(fix));
    },
    30_000,
  );
});
