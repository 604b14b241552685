import { JsonObject } from '@backstage/types';
import { DevRegistryOptions } from 'chart-provenance-dev-registry';
import { startTrap } from '../../__testUtils__/hostileRegistries';
import { testServer } from '../../registries/__testUtils__/testServer';
import {
  BASIC,
  check,
  closeAll,
  closing,
  devRegistry,
  FINE,
  LOCAL,
  RULES,
} from '../__testUtils__/checkedRegistry';
import { examine, resultsOf, saidBy } from '../__testUtils__/examine';
import { CHART, REPOSITORY } from '../__testUtils__/seed';

afterEach(closeAll);

describe('checkRegistry', () => {
  it('finds a registry well, and asks little of it', async () => {
    const registry = await devRegistry();
    const { results, said } = await check(registry.host);
    expect(results).toEqual(FINE);
    expect(said('manifest')).toContain(CHART.descriptor.digest.slice(0, 19));
    expect(said('referrers')).toContain('1 attached to this version');
    expect(registry.requests.length).toBeLessThanOrEqual(8);
    expect(registry.requests.map(({ method }) => method)).not.toContain('PUT');
  });

  it('says what it means that there is no referrers API', async () => {
    const registry = await devRegistry({
      referrersApi: false,
      deriveFallbackTags: true,
    });
    const { results, said } = await check(registry.host);
    expect(results).toEqual(FINE);
    expect(said('referrers')).toMatch(/no referrers API.*1 attached.*lose/);
  });

  const tokenAuth = {
    type: 'token' as const,
    users: [{ username: 'reader', password: 'hunter22' }],
  };
  const basicAuth = {
    type: 'basic' as const,
    username: 'reader',
    password: 'hunter22',
  };

  it.each<[string, DevRegistryOptions['auth'], JsonObject, object, RegExp]>([
    ['Basic', basicAuth, BASIC, { scope: 'unknown' }, /taken/],
    ['a token service', tokenAuth, BASIC, { scope: 'unknown' }, /taken/],
    [
      'an anonymous token',
      { ...tokenAuth, users: [], anonymousPull: true },
      { type: 'none' },
      {},
      /anonymous token is taken/i,
    ],
  ])('signs in by %s', async (_, auth, own, expected, words) => {
    const registry = await devRegistry({ auth });
    const { results, said } = await check(registry.host, { auth: own });
    expect(results).toEqual({ ...FINE, ...expected });
    expect(said('credentials')).toMatch(words);
  });

  it.each<[string, DevRegistryOptions['auth'], JsonObject, RegExp]>([
    [
      'a wrong password',
      basicAuth,
      { ...BASIC, password: 'hunter33' },
      /is refused \(HTTP 401\).*an account that may pull.*registry-owner/,
    ],
    [
      'a wrong password at the token service',
      tokenAuth,
      { ...BASIC, password: 'hunter33' },
      /refused by the token service \(HTTP 401\)/,
    ],
    [
      'no credentials',
      basicAuth,
      { type: 'none' },
      /wants credentials, and none are configured.*operator/,
    ],
  ])('tells of %s, and never which', async (_, auth, own, words) => {
    const registry = await devRegistry({ auth });
    const { results, said, text } = await check(registry.host, { auth: own });
    expect(results).toMatchObject({ api: 'ok', credentials: 'failed' });
    expect(results.repository).toBe('failed');
    expect(said('credentials')).toMatch(words);
    expect(text).not.toMatch(/hunter|aHVudGVy|cmVhZGVy/);
  });

  it.each<[string, string[] | undefined, string, RegExp]>([
    ['pull', ['pull'], 'unknown', /may do no more.*is not tried.*operator/],
    ['push too', ['pull', 'push'], 'warning', /may also push.*only read/],
    ['everything', ['*'], 'warning', /may also do anything.*only read/],
    ['who knows what', undefined, 'unknown', /could do more is not tried/],
  ])(
    'asks for pull only, and tells when a token is given for %s',
    async (_, actions, result, words) => {
      const access = [{ type: 'repository', name: REPOSITORY, actions }];
      const claims = Buffer.from(JSON.stringify({ access }));
      const token = actions
        ? `e30.${claims.toString('base64url')}.e30`
        : 'opaque';
      const server = await testServer(({ url, authorization }) => {
        if (url.pathname === '/token') {
          return { status: 200, body: { token } };
        }
        return authorization === `Bearer ${token}`
          ? { status: 200, body: { name: REPOSITORY, tags: [] } }
          : {
              status: 401,
              headers: {
                'www-authenticate': `Bearer realm="http://${server.host}/token",scope="repository:${REPOSITORY}:pull,push"`,
              },
            };
      });
      closing(server);
      const { results, said } = await check(server.host, { auth: BASIC });
      expect(results.scope).toBe(result);
      expect(said('scope')).toMatch(words);
      const scopes = server.requests
        .filter(({ url }) => url.pathname === '/token')
        .map(({ url }) => url.searchParams.get('scope'));
      expect(new Set(scopes)).toEqual(
        new Set([null, `repository:${REPOSITORY}:pull`]),
      );
    },
  );

  it('shows a credential to no other token service', async () => {
    const trap = await startTrap();
    closing(trap.server);
    const registry = await devRegistry();
    registry.setFaults([
      { fault: { kind: 'realm', realm: `${trap.url}/token` } },
    ]);
    const { results, said } = await check(registry.host, { auth: BASIC });
    expect(results.credentials).toBe('failed');
    expect(said('credentials')).toMatch(/token realm is on.*realmHosts/);
    expect(trap.caught).toEqual([]);
  });

  it.each<[string, RegExp, number, object, RegExp]>([
    [
      'limits everything',
      /./,
      429,
      { api: 'failed', repository: 'failed', limits: 'warning' },
      /limits us/,
    ],
    [
      'limits the tag list',
      /tags\/list/,
      429,
      { api: 'ok', repository: 'failed', limits: 'warning' },
      /limits us.*requestsPerSecond/,
    ],
    [
      'hides the repository',
      /tags\/list/,
      404,
      { repository: 'failed' },
      /is not there, or may not be seen/,
    ],
    [
      'denies the repository',
      /tags\/list/,
      403,
      { repository: 'failed' },
      /may not be read \(HTTP 403\)/,
    ],
    [
      'fails',
      /tags\/list/,
      503,
      { repository: 'failed' },
      /fails \(HTTP 503\).*registry-owner/,
    ],
  ])(
    'tells of a registry that %s',
    async (_, path, status, expected, words) => {
      const registry = await devRegistry();
      registry.setFaults([
        {
          match: { path },
          fault: { kind: 'status', status, retryAfter: 3600 },
        },
      ]);
      const { results, said } = await check(registry.host);
      expect(results).toMatchObject({ ...expected, manifest: 'unknown' });
      expect(said('repository')).toMatch(words);
    },
  );

  it('reads limits and the clock', async () => {
    const server = await testServer(() => ({
      status: 200,
      headers: {
        date: new Date(Date.now() - 10 * 60_000).toUTCString(),
        'ratelimit-limit': '100;w=21600',
        'ratelimit-remaining': '3;w=21600',
      },
      body: { name: REPOSITORY, tags: [] },
    }));
    closing(server);
    const { results, said } = await check(server.host);
    expect(results).toMatchObject({ limits: 'warning', clock: 'warning' });
    expect(said('limits')).toMatch(
      /3 of 100 requests are left in a window of 6 h/,
    );
    expect(said('clock')).toMatch(/10 min ahead of/);
    expect(said('repository')).toMatch(/nothing is published in it/);
  });

  it('says that only the backend has its modules', async () => {
    const registry = await devRegistry({ auth: basicAuth });
    const report = await examine(
      {
        registries: [
          { host: registry.host, ...LOCAL, ...RULES, auth: { type: 'vault' } },
        ],
      },
      { credentialTypes: ['vault'] },
    );
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(resultsOf(section)).toMatchObject({
      connection: 'ok',
      credentials: 'unknown',
      repository: 'unknown',
    });
    expect(saidBy(section, 'credentials')).toMatch(
      /module for vault.*status page/,
    );
  });

  it('repeats what a module says in one harmless line, without the secrets it was given', async () => {
    const registry = await devRegistry({ auth: basicAuth });
    const provider = {
      type: 'vault',
      credentials: async () => {
        throw new Error('no \u001b[2Jlease for s3cr3t-path\nsorry');
      },
    };
    const report = await examine(
      {
        registries: [
          {
            ...{ host: registry.host, ...LOCAL, ...RULES },
            auth: { type: 'vault', options: { path: ['s3cr3t-path'] } },
          },
        ],
      },
      {
        credentialTypes: ['vault'],
        deps: { providers: new Map([['vault', provider]]) },
      },
    );
    const section = report.sections.find(({ kind }) => kind === 'registry');
    expect(resultsOf(section).credentials).toBe('failed');
    expect(saidBy(section, 'credentials')).toContain(
      'no [2Jlease for *** sorry',
    );
  });
});
