import { JsonObject } from '@backstage/types';
import { githubApi } from '../__testUtils__/githubApi';
import { namedHosts } from '../__testUtils__/namedHosts';
import { testTargets } from '../__testUtils__/testTargets';
import { tokenRegistry } from '../__testUtils__/tokenRegistry';

const APP_ID = 4711;
const MINUTE = 60_000;
const PRIVATE = 'acme/charts/payments';
const PUBLIC = 'upstream/charts/nginx';
const PAT = 'ghp_secret0123456789';
/** As GHCR answers a token it does not take, or one that may not read: alike for what is private and what is not there. */
const DENIED = {
  status: 403,
  body: { errors: [{ code: 'DENIED', message: 'denied' }] },
};

let now: number;
const open: { close(): Promise<void> }[] = [];
beforeEach(() => {
  now = Date.UTC(2026, 10, 20);
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(open.splice(0).map(one => one.close()));
});

/** GitHub: its API, and its registry that takes what the API issued. */
async function github(integration: JsonObject = {}, auth: JsonObject = {}) {
  const api = await githubApi(APP_ID);
  const { state } = api;
  const revoked = new Set<string>();
  const ghcr = await tokenRegistry({
    realm: 'https://ghcr.io/token',
    service: 'ghcr.io',
    refusal: DENIED,
    mayPull: (password, repository) =>
      repository === PUBLIC
        ? password === undefined
        : repository === PRIVATE &&
          (password === PAT ||
            state.issued.some(
              ({ token, owner, expiresAt }) =>
                token === password &&
                owner === 'acme' &&
                expiresAt > now &&
                !revoked.has(token),
            )),
  });
  const hosts = namedHosts({ 'https://ghcr.io': ghcr });
  const app = {
    appId: APP_ID,
    privateKey: api.privateKey,
    clientId: 'Iv1.x',
    clientSecret: 'secret-of-client',
    webhookSecret: 'secret-of-hook',
  };
  const targets = testTargets(
    { host: 'ghcr.io', auth: { type: 'integration', ...auth } },
    {
      openEgress: hosts.openEgress,
      rootConfig: {
        integrations: {
          github: [
            {
              host: 'github.com',
              apiBaseUrl: `http://${api.host}`,
              apps: [app],
              ...integration,
            },
          ],
        },
      },
    },
  );
  open.push(api, ghcr, targets);
  return { api, ghcr, revoked, targets, sent: hosts.sent };
}

it('reads with an installation token for the owner, and renews it before it expires', async () => {
  const { api, ghcr, targets, sent } = await github();
  const read = () => targets.tags(PRIVATE);
  expect(await read()).toEqual(['1.0.0']);
  expect(ghcr.state.passwords).toEqual(['ghs_secret1']);
  expect(ghcr.state.scopes).toEqual([`repository:${PRIVATE}:pull`]);
  now += 40 * MINUTE;
  expect(await read()).toEqual(['1.0.0']);
  expect(api.state.issued).toHaveLength(1);
  now += 15 * MINUTE;
  // Five minutes before it expires.
  expect(await read()).toEqual(['1.0.0']);
  expect(ghcr.state.passwords.pop()).toBe('ghs_secret2');
  now += 3 * 60 * MINUTE;
  expect(await read()).toEqual(['1.0.0']);
  expect(ghcr.state.passwords.pop()).toBe('ghs_secret3');
  expect([...new Set(sent.map(({ origin }) => origin))]).toEqual([
    'https://ghcr.io',
  ]);
});

it('asks for another token when the registry refuses one that was revoked', async () => {
  const { api, revoked, ghcr, targets } = await github();
  await targets.tags(PRIVATE);
  revoked.add('ghs_secret1');
  now += 2 * MINUTE;
  expect(await targets.tags(PRIVATE)).toEqual(['1.0.0']);
  expect(ghcr.state.passwords.pop()).toBe('ghs_secret2');
  expect(api.state.issued).toHaveLength(2);
});

it('takes the personal access token first, the kind that GitHub documents', async () => {
  const { api, ghcr, targets } = await github({ token: PAT });
  expect(await targets.tags(PRIVATE)).toEqual(['1.0.0']);
  expect(ghcr.state.passwords).toEqual([PAT]);
  expect(api.requests).toEqual([]);
});

it('reads public packages of others without credentials', async () => {
  const { ghcr, targets } = await github();
  expect(await targets.tags(PUBLIC)).toEqual(['1.0.0']);
  expect(ghcr.state.passwords).toEqual([]);
});

it('takes no owner for another whose name is a part of it', async () => {
  const { api, ghcr, targets } = await github();
  await expect(targets.tags('acme.git/charts/payments')).rejects.toThrow(
    /was refused/,
  );
  expect(ghcr.state.passwords).toEqual([]);
  expect(api.state.issued).toEqual([]);
});

it('says the same of what is private and what is not there, and who grants it', async () => {
  const { targets } = await github();
  for (const name of ['acme/charts/private', 'acme/charts/absent']) {
    await expect(targets.tags(name)).rejects.toMatchObject({
      name: 'OrasError',
      code: 'denied',
      message: `ghcr.io: ${name} was refused. The integration may not read it, or it does not exist: a classic personal access token needs read:packages, a GitHub App the permission Packages: read and its installation on acme; an admin of the package gives that user, or the repository the App may see, access to it. The answer was: ghcr.io: token for repository:${name}:pull: HTTP 403 (DENIED: denied)`,
    });
  }
});

type World = Awaited<ReturnType<typeof github>>;
it.each<[string, (world: World) => void, string, string, RegExp]>([
  [
    'is suspended',
    ({ api }) => {
      api.state.installations[0].suspended = true;
    },
    'refused',
    'denied',
    /^ghcr\.io: the GitHub App of integrations for github\.com is suspended on acme\. An owner of acme lifts that/,
  ],
  [
    'is asked for while GitHub is down',
    ({ api }) => {
      api.state.down = true;
    },
    'unreachable',
    'unavailable',
    /^ghcr\.io: github\.com could not be asked for a token/,
  ],
])('gives nothing when the App %s', async (_, change, failure, code, words) => {
  const world = await github();
  change(world);
  const error: Error = await world.targets.tags(PRIVATE).catch(e => e);
  expect(error).toMatchObject({ name: 'OrasError', failure, code });
  expect(error.message).toMatch(words);
  expect(world.ghcr.state.scopes).toEqual([]);
});

it.each([
  ['of another App', { appId: APP_ID + 1 }, 'refused', /HTTP 401/],
  ['no key', { privateKey: 'secret-key' }, 'misbehaved', /cannot be used/],
])('gives nothing with a key that is %s', async (_, wrong, failure, words) => {
  const { api } = await github();
  const { targets } = await github({
    apiBaseUrl: `http://${api.host}`,
    apps: [
      {
        appId: APP_ID,
        privateKey: api.privateKey,
        clientId: 'x',
        clientSecret: 'secret-of-client',
        webhookSecret: 'secret-of-hook',
        ...wrong,
      },
    ],
  });
  const error = await targets.tags(PRIVATE).catch(e => e);
  expect(error).toMatchObject({ failure, code: 'denied' });
  expect(error.message).toMatch(words);
  expect(JSON.stringify(error) + error.stack + error.cause).not.toMatch(
    /secret|PRIVATE KEY|eyJ/,
  );
});

it.each([
  ['an integration that is not there', 'github.acme.dev', /no entry/],
  ['GitHub for another registry', 'github.com', /sent to ghcr\.io only/],
  [
    'GitLab for another registry',
    'gitlab.com',
    /sent to registry\.gitlab\.com only/,
  ],
])('refuses %s', async (_, host, words) => {
  const registry = await tokenRegistry({
    realm: 'https://registry.acme.dev/token',
    service: 'r',
    refusal: DENIED,
    mayPull: () => true,
  });
  const hosts = namedHosts({ 'https://registry.acme.dev': registry });
  const targets = testTargets(
    { host: 'registry.acme.dev', auth: { type: 'integration', host } },
    {
      openEgress: hosts.openEgress,
      rootConfig: {
        integrations: {
          github: [{ host: 'github.com', token: PAT }],
          gitlab: [{ host: 'gitlab.com', token: 'glpat-secret' }],
        },
      },
    },
  );
  open.push(registry, targets);
  const error: Error = await targets.tags('a/b').catch(e => e);
  expect(error.message).toMatch(words);
  expect(hosts.sent.filter(({ authorization }) => authorization)).toEqual([]);
});

it('reads GitLab’s registry with the token of integrations.gitlab, at its own realm', async () => {
  const gitlab = await tokenRegistry({
    realm: 'https://gitlab.com/jwt/auth',
    service: 'container_registry',
    refusal: DENIED,
    mayPull: password => password === 'glpat-secret',
  });
  // GitLab's realm has another path.
  const hosts = namedHosts({
    'https://registry.gitlab.com': gitlab,
    'https://gitlab.com': gitlab,
  });
  const targets = testTargets(
    { host: 'registry.gitlab.com', auth: { type: 'integration' } },
    {
      openEgress: hosts.openEgress,
      rootConfig: {
        integrations: {
          gitlab: [{ host: 'gitlab.com', token: 'glpat-secret' }],
        },
      },
    },
  );
  open.push(gitlab, targets);
  expect(await targets.tags('acme/charts/payments')).toEqual(['1.0.0']);
  const basic = hosts.sent.filter(({ authorization }) =>
    authorization?.startsWith('Basic '),
  );
  expect(basic.map(({ origin }) => origin)).toEqual(['https://gitlab.com']);
});
