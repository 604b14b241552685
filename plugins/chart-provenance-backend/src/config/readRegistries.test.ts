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
    'Docker configuration',
    registry({ auth: { type: 'dockerConfig' } }),
    /registries\[0\]\.auth\.type: 'dockerConfig' is not supported yet; use one of none, basic, token/,
  ],
  [
    'a cloud without its module',
    registry({ auth: { type: 'aws' } }),
    /'aws' is not supported yet/,
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
