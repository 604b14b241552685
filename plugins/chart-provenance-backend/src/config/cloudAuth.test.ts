import { read } from '../__testUtils__/rawConfig';

const ECR = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const ACR = 'acmecharts.azurecr.io';

const readAuth = (host: string, auth: unknown, extra = {}) =>
  read({ registries: [{ host, auth, ...extra }] });

it.each([
  [ECR, { type: 'aws' }, { type: 'aws' }],
  [
    'registry.acme.dev',
    {
      type: 'aws',
      accountId: '012345678901',
      region: 'us-gov-west-1',
      confirmHost: 'registry.acme.dev',
    },
    { type: 'aws', accountId: '012345678901', region: 'us-gov-west-1' },
  ],
  [
    'us-docker.pkg.dev',
    { type: 'google' },
    { type: 'google', scope: 'devstorage.read_only' },
  ],
  [
    'us-docker.pkg.dev',
    {
      type: 'google',
      scope: 'cloud-platform.read-only',
      credentialsFile: '/etc/google/charts.json',
    },
    {
      type: 'google',
      scope: 'cloud-platform.read-only',
      credentialsFile: '/etc/google/charts.json',
    },
  ],
  [ACR, { type: 'azure' }, { type: 'azure' }],
  [
    ACR,
    {
      type: 'azure',
      tenantId: 'acme.onmicrosoft.com',
      clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
    },
    { type: 'azure', tenantId: 'acme.onmicrosoft.com' },
  ],
])('reads %s with %j', (host, auth, expected) => {
  const { config, problems } = readAuth(host, auth);
  expect(problems).toEqual([]);
  expect(config.registries[0].auth).toMatchObject(expected);
});

it.each<[string, unknown, object, RegExp]>([
  [
    'registry.acme.dev',
    { type: 'aws' },
    {},
    /registries\[0\]\.auth: registry\.acme\.dev is no host of Amazon ECR .*confirmHost: registry\.acme\.dev/,
  ],
  [
    `${ECR}.evil.dev`,
    { type: 'aws' },
    {},
    /auth: .*evil\.dev is no host of Amazon ECR/,
  ],
  ['gcr.io.evil.dev', { type: 'google' }, {}, /no host of Google Artifact/],
  ['evil.dev', { type: 'azure' }, {}, /no host of Azure Container Registry/],
  [ACR, { type: 'google' }, {}, /no host of Google Artifact/],
  [
    'public.ecr.aws',
    { type: 'aws' },
    {},
    /ECR Public is read without signing in; use \{type: none\}/,
  ],
  [
    'evil.dev',
    { type: 'azure', confirmHost: 'registry.acme.dev' },
    {},
    /auth\.confirmHost: must repeat the host, evil\.dev/,
  ],
  [
    'registry.acme.dev',
    { type: 'aws', confirmHost: 'registry.acme.dev' },
    {},
    /auth\.region: is missing/,
  ],
  [
    'registry.acme.dev',
    { type: 'google', confirmHost: 'registry.acme.dev' },
    { plainHttp: true, allowPrivateAddress: true },
    /plainHttp: a token of Google Artifact Registry is not sent without TLS/,
  ],
  [
    ECR,
    { type: 'aws', accountId: 123456789012 },
    {},
    /auth\.accountId: must be the 12 digits of an AWS account, in quotes/,
  ],
  [ECR, { type: 'aws', region: 'evil.dev' }, {}, /auth\.region: must be/],
  [
    ECR,
    { type: 'aws', regoin: 'us-east-1' },
    {},
    /unknown key 'regoin'; did you mean 'region'\?/,
  ],
  [
    'gcr.io',
    { type: 'google', scope: 'cloud-platform' },
    {},
    /auth\.scope: must be devstorage\.read_only or cloud-platform\.read-only/,
  ],
  [
    'gcr.io',
    { type: 'google', credentialsFile: '' },
    {},
    /auth\.credentialsFile: is empty/,
  ],
  [ACR, { type: 'azure', clientId: 'me' }, {}, /clientId: must be a client id/],
  [ACR, { type: 'azure', tenantId: '../x' }, {}, /tenantId: must be/],
])('refuses %s with %j', (host, auth, extra, expected) => {
  expect(readAuth(host, auth, extra).problems).toEqual([
    expect.stringMatching(expected),
  ]);
});
