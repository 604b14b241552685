import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { hrefOf } from './hrefOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'ghe.acme.dev', apiBaseUrl: 'https://ghe.acme.dev/api/v3' },
      ],
      gitlab: [
        {
          host: 'gitlab.acme.dev',
          apiBaseUrl: 'https://gitlab.acme.dev/api/v4',
        },
      ],
    },
  }),
);

it.each<[string, string | undefined, string | null]>([
  [
    'https://github.com/acme/gitops/tree/main/deploy',
    'apps/a.yaml',
    'https://github.com/acme/gitops/blob/main/deploy/apps/a.yaml',
  ],
  [
    'https://github.com/acme/gitops/tree/main/',
    'a.yaml',
    'https://github.com/acme/gitops/blob/main/a.yaml',
  ],
  [
    'https://github.com/acme/gitops',
    'a.yaml',
    'https://github.com/acme/gitops/blob/HEAD/a.yaml',
  ],
  [
    'https://github.com/acme/gitops.git',
    'a.yaml',
    'https://github.com/acme/gitops/blob/HEAD/a.yaml',
  ],
  [
    'https://github.com/acme/gitops/blob/main/a.yaml',
    undefined,
    'https://github.com/acme/gitops/blob/main/a.yaml',
  ],
  [
    'https://ghe.acme.dev/acme/gitops/tree/v1',
    'a.yaml',
    'https://ghe.acme.dev/acme/gitops/blob/v1/a.yaml',
  ],
  [
    'https://gitlab.com/acme/shop/gitops/-/tree/main/deploy',
    'a.yaml',
    'https://gitlab.com/acme/shop/gitops/-/blob/main/deploy/a.yaml',
  ],
  [
    'https://gitlab.acme.dev/acme/gitops',
    'a.yaml',
    'https://gitlab.acme.dev/acme/gitops/-/blob/HEAD/a.yaml',
  ],
  [
    'https://dev.azure.com/acme/shop/_git/gitops?path=/deploy',
    'a.yaml',
    'https://dev.azure.com/acme/shop/_git/gitops?path=%2Fdeploy%2Fa.yaml',
  ],
  [
    'https://user:s3cret@git.acme.dev/x',
    'a.yaml',
    'https://git.acme.dev/x/a.yaml',
  ],
  // Names of files lead nowhere else.
  [
    'https://github.com/acme/gitops/tree/main',
    'a b#c?d%2e.yaml',
    'https://github.com/acme/gitops/blob/main/a%20b%23c%3Fd%252e.yaml',
  ],
  [
    'https://github.com/acme/gitops/tree/main',
    '//evil.dev/a.yaml',
    'https://github.com/acme/gitops/blob/main///evil.dev/a.yaml',
  ],
  [
    'https://github.com/acme/gitops/tree/main',
    'https://evil.dev/a.yaml',
    'https://github.com/acme/gitops/blob/main/https://evil.dev/a.yaml',
  ],
  [
    'https://github.com/acme/gitops/tree/main',
    'data:text;x.yaml',
    'https://github.com/acme/gitops/blob/main/data:text;x.yaml',
  ],
  [
    'https://github.com/acme/gitops/tree/main',
    '\\\\evil.dev\\a.yaml',
    'https://github.com/acme/gitops/blob/main/%5C%5Cevil.dev%5Ca.yaml',
  ],
  ['not a url', 'a.yaml', null],
])('%s, %s', (url, path, expected) => {
  expect(hrefOf(integrations, url, path)).toBe(expected);
});
