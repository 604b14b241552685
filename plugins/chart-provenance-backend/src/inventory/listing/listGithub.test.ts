import { JsonObject } from '@backstage/types';
import { namedHosts } from '../../registries/__testUtils__/namedHosts';
import {
  Answer,
  Arrived,
  testServer,
} from '../../registries/__testUtils__/testServer';
import { closeAll, closing, listingOf } from './__testUtils__/listingOf';
import { charts, cut, failing, kept } from './__testUtils__/pages';

afterEach(closeAll);

const serve = async (answer: (request: Arrived) => Answer) =>
  closing(await testServer(answer));

describe('GitHub', () => {
  const PAT = 'ghp_secret0123456789';
  const integrations = (fields: JsonObject = {}) => ({
    integrations: { github: [{ host: 'github.com', token: PAT, ...fields }] },
  });

  /** GET /orgs/{org}/packages and /users/{username}/packages of version 2022-11-28. */
  async function github(owners: Record<string, string[]>) {
    const server = await serve(({ url, authorization }): Answer => {
      const [, kind = '', owner = ''] =
        /^(?:\/api\/v3)?\/(orgs|users)\/([^/]+)\/packages$/.exec(
          url.pathname,
        ) ?? [];
      if (authorization !== `Bearer ${PAT}`) {
        return { status: 401, body: { message: 'Bad credentials' } };
      }
      const names = owners[`${kind}/${owner}`];
      if (!names || url.searchParams.get('package_type') !== 'container') {
        return { status: 404, body: { message: 'Not Found' } };
      }
      const size = Math.min(Number(url.searchParams.get('per_page')), 100);
      const page = Number(url.searchParams.get('page'));
      const more = names.length > page * size;
      return {
        status: 200,
        // By number of the organisation, as GitHub writes it; or anything else.
        headers: more
          ? {
              link: `<https://api.github.com/organizations/7/packages?page=${
                page + 1
              }>; rel="next", <https://evil.dev>; rel="last"`,
            }
          : {},
        body: cut(names, size, page).map((name, id) => ({
          ...{ id, name, package_type: 'container', visibility: 'private' },
          owner: { login: 'acme' },
          html_url: `https://github.com/orgs/acme/packages/container/package/${name}`,
        })),
      };
    });
    return { server, ...namedHosts({ 'https://api.github.com': server }) };
  }
  const GHCR = {
    host: 'ghcr.io',
    auth: { type: 'integration' },
    repositories: [{ match: 'acme/charts/{name}' }],
  };

  it('lists the packages of an organisation with the integration’s token, at its API only', async () => {
    const { openEgress, sent } = await github({
      'orgs/acme': [...charts(230), 'web'],
    });
    const { reading } = await listingOf(GHCR, {
      openEgress,
      rootConfig: integrations(),
    });
    expect(reading).toEqual({
      method: 'github',
      repositories: kept(230),
      complete: true,
    });
    expect(new Set(sent.map(({ origin }) => origin))).toEqual(
      new Set(['https://api.github.com']),
    );
    expect(sent).toHaveLength(3);
  });

  it('lists those of a user', async () => {
    const { openEgress } = await github({ 'users/acme': charts(2) });
    const { reading } = await listingOf(GHCR, {
      openEgress,
      rootConfig: integrations(),
    });
    expect(reading).toMatchObject({ repositories: kept(2), complete: true });
  });

  it('lists with a token of the registry’s only when told to', async () => {
    const { openEgress, sent } = await github({ 'orgs/acme': charts(1) });
    const auth = { type: 'token', token: PAT };
    const silent = await listingOf({ ...GHCR, auth }, { openEgress });
    expect(silent.scheduled).toEqual([]);
    expect(silent.reading).toMatchObject({ method: 'names', complete: false });
    expect(sent).toEqual([]);
    const told = await listingOf(
      { ...GHCR, auth, listing: 'github' },
      { openEgress },
    );
    expect(told.reading).toMatchObject({ repositories: kept(1) });
  });

  it('finds the API of an Enterprise server, as configured or by itself', async () => {
    const { server } = await github({ 'orgs/acme': charts(1) });
    for (const apiBaseUrl of [undefined, 'https://api.git.acme.dev/api/v3']) {
      const origin = apiBaseUrl
        ? 'https://api.git.acme.dev'
        : 'https://git.acme.dev';
      const { openEgress } = namedHosts({ [origin]: server });
      const rootConfig = integrations({
        host: 'git.acme.dev',
        ...(apiBaseUrl && { apiBaseUrl }),
      });
      const { reading } = await listingOf(
        { ...GHCR, host: 'containers.git.acme.dev', listing: 'github' },
        { openEgress, rootConfig },
      );
      expect(reading).toMatchObject({ repositories: kept(1) });
    }
  });

  it('says what it lacks', async () => {
    const { openEgress } = await github({});
    const of = (fields: JsonObject) =>
      listingOf(GHCR, { openEgress, rootConfig: integrations(fields) }).then(
        ({ reading }) => reading,
      );
    expect(await of({})).toEqual(failing(/organisation or user/, /HTTP 404/));
    const refused = await of({ token: 'ghp_wrong-but-secret' });
    expect(refused).toEqual(failing(/read:packages/, /HTTP 401/));
    expect(JSON.stringify(refused)).not.toMatch(/ghp_/);
    expect(await of({ host: 'other.dev' })).toEqual(failing(/./));
  });
});
