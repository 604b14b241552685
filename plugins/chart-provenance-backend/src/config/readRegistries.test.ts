import { policy, read, registry } from '../__testUtils__/rawConfig';

it.each<[string, unknown, RegExp]>([
  [
    'a misspelt key',
    registry({ alowPrivateAddress: true }),
    /registries\[0\]: unknown key 'alowPrivateAddress'; did you mean 'allowPrivateAddress'\?/,
  ],
  [
    'an unknown key far from any',
    registry({ zzz: true }),
    /unknown key 'zzz'; known here: host, auth,/,
  ],
  [
    'a host with a scheme',
    { registries: [{ host: 'https://ghcr.io' }] },
    /registries\[0\]\.host: must be a host .* without scheme or path/,
  ],
  [
    'a host in capitals',
    { registries: [{ host: 'GHCR.io' }] },
    /registries\[0\]\.host: /,
  ],
  ['no host', { registries: [{}] }, /registries\[0\]\.host: must be a host/],
  [
    'a registry that is no object',
    { registries: ['ghcr.io'] },
    /registries\[0\]: must be an object with host,/,
  ],
  [
    'a host twice',
    { registries: [{ host: 'ghcr.io' }, { host: 'ghcr.io' }] },
    /registries\[1\]: 'ghcr.io' is there twice/,
  ],
  [
    'plain HTTP to the world',
    registry({ plainHttp: true }),
    /registries\[0\]\.plainHttp: is accepted only together with allowPrivateAddress/,
  ],
  [
    'too much at a time',
    registry({ concurrency: 1000 }),
    /registries\[0\]\.concurrency: must be a whole number from 1 to 64/,
  ],
  [
    'an integration nobody can guess',
    registry({ host: 'r.acme.dev', auth: { type: 'integration' } }),
    /registries\[0\]\.auth\.host: is missing; write the host of the entry under integrations that goes with r\.acme\.dev/,
  ],
  [
    'an integration by its URL',
    registry({ auth: { type: 'integration', host: 'https://github.com' } }),
    /registries\[0\]\.auth\.host: must be the host of an integration in lower case/,
  ],
  [
    'a name for a token that is sent as it is',
    registry({
      auth: { type: 'token', token: 't', username: 'u', exchange: false },
    }),
    /registries\[0\]\.auth\.username: goes with a token that is exchanged/,
  ],
  [
    'an empty path',
    registry({ auth: { type: 'dockerConfig', path: '' } }),
    /registries\[0\]\.auth\.path: is empty/,
  ],
  [
    'what is no name of a variable',
    registry({ auth: { type: 'dockerConfig', environment: ['A=b'] } }),
    /auth\.environment\[0\]: must be the name of an environment variable/,
  ],
  [
    'a token of integrations in the clear',
    registry({
      auth: { type: 'integration' },
      allowPrivateAddress: true,
      plainHttp: true,
    }),
    /registries\[0\]\.plainHttp: a token of integrations opens more than this registry/,
  ],
  [
    'a list of public redirect hosts',
    registry({ redirectHosts: ['storage.acme.dev'] }),
    /registries\[0\]\.redirectHosts: is accepted only together with allowPrivateAddress: true/,
  ],
  [
    'a misspelt auth type',
    registry({ auth: { type: 'basik' } }),
    /did you mean 'basic'\?/,
  ],
  [
    'no auth type',
    registry({ auth: {} }),
    /registries\[0\]\.auth\.type: is missing/,
  ],
  [
    'a password that is not set',
    registry({ auth: { type: 'basic', username: 'a' } }),
    /registries\[0\]\.auth\.password: must be a text; is the environment variable set\?/,
  ],
  [
    'an empty token',
    registry({ auth: { type: 'token', token: '' } }),
    /registries\[0\]\.auth\.token: is empty/,
  ],
  [
    'a rule without pattern',
    registry({ repositories: [{ entity: 'component:default/a' }] }),
    /registries\[0\]\.repositories\[0\]\.match: must be a repository pattern/,
  ],
  [
    'claims open to everybody',
    registry({ repositories: [{ match: 'a/b', claims: {} }] }),
    /repositories\[0\]\.claims: /,
  ],
  [
    'a pattern inside a segment',
    registry({ repositories: [{ match: 'acme/x**y' }] }),
    /registries\[0\]\.repositories\[0\]\.match: /,
  ],
  [
    'an owner that captures nothing',
    registry({
      repositories: [{ match: 'acme/*', entity: 'component:default/{name}' }],
    }),
    /registries\[0\]\.repositories\[0\]\.entity: /,
  ],
  [
    'an owner that is no reference',
    registry({ repositories: [{ match: 'acme/a', entity: 'payments' }] }),
    /registries\[0\]\.repositories\[0\]\.entity: /,
  ],
  [
    'a source that is none',
    registry({ repositories: [{ match: 'acme/a', source: 'acme' }] }),
    /registries\[0\]\.repositories\[0\]\.source: /,
  ],
  [
    'a rule with an unknown policy',
    {
      ...policy({}),
      ...registry({
        repositories: [{ match: 'a/b', policy: 'acme-relase' }],
      }),
    },
    /policy: no policy is called 'acme-relase'; did you mean 'acme-release'\?/,
  ],
])('refuses %s', (_name, raw, expected) => {
  const { problems } = read(raw);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

it.each<[string, object]>([
  ['aws', { type: 'aws' }],
  ['integration', { type: 'integration' }],
  ['none', { type: 'none' }],
])('repeats no password written into a host, with %s', (_, auth) => {
  const host = 'https://bot:s3cret@ghcr.io';
  const repositories = [{ match: 'a/b' }];
  const { config, problems } = read({
    registries: [
      { host, auth, repositories },
      { host, auth },
    ],
  });
  expect(problems).toEqual([
    expect.stringMatching(/registries\[0\]\.host: must be a host/),
    expect.stringMatching(/registries\[1\]\.host: must be a host/),
  ]);
  expect(JSON.stringify([config, problems])).not.toContain('s3cret');
});

it.each<[string, object]>([
  [
    'a cloud on a host of others',
    { host: 'evil.dev', auth: { type: 'azure' } },
  ],
  ['a cloud without its region', { host: 'ghcr.io', auth: { type: 'aws' } }],
  ['plain HTTP to the world', { host: 'ghcr.io', plainHttp: true }],
  ['an unknown key', { host: 'ghcr.io', alowPrivateAddress: true }],
])('leaves nothing to contact of a registry with %s', (_, entry) => {
  const { config, problems } = read({ registries: [entry] });
  expect(problems).toHaveLength(1);
  expect(config.registries).toEqual([]);
});

it.each([
  ['ghcr.io', undefined, 'github.com'],
  ['registry.gitlab.com', undefined, 'gitlab.com'],
  ['containers.github.acme.dev', undefined, 'github.acme.dev'],
  ['r.acme.dev:5050', 'gitlab.acme.dev', 'gitlab.acme.dev'],
])('knows the integration that goes with %s', (host, written, expected) => {
  const auth = { type: 'integration', ...(written && { host: written }) };
  const { config, problems } = read({ registries: [{ host, auth }] });
  expect(problems).toEqual([]);
  expect(config.registries[0].auth).toEqual({
    type: 'integration',
    host: expected,
  });
});
