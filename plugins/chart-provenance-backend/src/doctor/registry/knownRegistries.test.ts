import { namedHosts } from '../../registries/__testUtils__/namedHosts';
import { Answer, testServer } from '../../registries/__testUtils__/testServer';
import { tokenRegistry } from '../../registries/__testUtils__/tokenRegistry';
import { examine, resultsOf, saidBy } from '../__testUtils__/examine';

const REPOSITORY = 'acme/charts/payments';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
});

/** Registries of the world, as far as their answers are known, on loopback. */
describe('registries known to everybody', () => {
  it('does not say of GHCR whether a package is private or not there', async () => {
    const server = await tokenRegistry({
      realm: 'https://ghcr.io/token',
      service: 'ghcr.io',
      mayPull: (_, repository) => repository === '',
      refusal: {
        status: 403,
        body: {
          errors: [
            {
              code: 'DENIED',
              message: 'requested access to the resource is denied',
            },
          ],
        },
      },
    });
    open.push(server);
    const { openEgress, sent } = namedHosts({ 'https://ghcr.io': server });
    const report = await examine(
      {
        registries: [
          {
            host: 'ghcr.io',
            auth: { type: 'basic', username: 'bot', password: 'ghp_s3cret' },
            repositories: [{ match: REPOSITORY }],
          },
        ],
      },
      { deps: { openEgress } },
    );
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(section?.product).toBe('GitHub Container Registry');
    expect(resultsOf(section)).toMatchObject({
      connection: 'ok',
      api: 'ok',
      // It has signed in; what it may not see is another matter.
      credentials: 'ok',
      repository: 'failed',
    });
    expect(saidBy(section, 'repository')).toMatch(
      /is not there, or may not be seen \(HTTP 403\): the registry does not say which.*read:packages.*administrator/,
    );
    const text = JSON.stringify(report);
    expect(text).not.toMatch(/ghp_|requested access to the resource/);
    expect(new Set(sent.map(({ origin }) => origin))).toEqual(
      new Set(['https://ghcr.io']),
    );
  });

  it('asks Docker Hub where it answers, and reads its limits', async () => {
    const server = await testServer(
      ({ url }): Answer =>
        url.pathname === '/v2/'
          ? {
              status: 401,
              headers: {
                'www-authenticate':
                  'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
              },
            }
          : {
              status: 429,
              headers: {
                'ratelimit-limit': '100;w=21600',
                'ratelimit-remaining': '0;w=21600',
              },
            },
    );
    const realm = await testServer(() => ({
      status: 200,
      body: { token: 'anonymous' },
    }));
    open.push(server, realm);
    const { openEgress, sent } = namedHosts({
      'https://registry-1.docker.io': server,
      'https://auth.docker.io': realm,
    });
    const report = await examine(
      {
        registries: [
          { host: 'docker.io', repositories: [{ match: REPOSITORY }] },
        ],
      },
      { deps: { openEgress } },
    );
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(section?.product).toBe('Docker Hub');
    expect(resultsOf(section)).toMatchObject({
      repository: 'failed',
      limits: 'warning',
    });
    expect(saidBy(section, 'limits')).toMatch(/100 pulls in 6 hours/);
    expect(saidBy(section, 'repository')).toMatch(/limits us/);
    expect(new Set(sent.map(({ origin }) => origin))).toEqual(
      new Set(['https://registry-1.docker.io', 'https://auth.docker.io']),
    );
  });
});
