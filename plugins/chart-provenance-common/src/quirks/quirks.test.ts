import { registryKindOf } from './registryKindOf';
import { registryQuirks } from './registryQuirks';
import { RegistryKind } from './types';

const KINDS: RegistryKind[] = [
  'ghcr',
  'dockerHub',
  'ecr',
  'acr',
  'gar',
  'harbor',
  'quay',
  'artifactory',
  'gitlab',
  'distribution',
  'unknown',
];

describe('registryKindOf', () => {
  it.each<[string, RegistryKind]>([
    ['ghcr.io', 'ghcr'],
    ['containers.acme.ghe.com', 'ghcr'],
    ['docker.io', 'dockerHub'],
    ['registry-1.docker.io', 'dockerHub'],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'ecr'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'ecr'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'ecr'],
    ['public.ecr.aws', 'ecr'],
    ['acme.azurecr.io', 'acr'],
    ['europe-docker.pkg.dev', 'gar'],
    ['eu.gcr.io', 'gar'],
    ['quay.io', 'quay'],
    ['acme.jfrog.io', 'artifactory'],
    ['registry.gitlab.com', 'gitlab'],
    ['GHCR.IO', 'ghcr'],
  ])('knows %s by its host', (host, kind) => {
    expect(registryKindOf(host)).toBe(kind);
  });

  it.each([
    'ghcr.io.evil.dev',
    'evil-ghcr.io',
    'docker.io.evil.dev',
    'dkr.ecr.eu-central-1.amazonaws.com',
    'azurecr.io',
    'pkg.dev',
    'registry.acme.dev:5000',
  ])('does not take %s for one of them', host => {
    expect(registryKindOf(host)).toBe('unknown');
  });

  it.each<[Record<string, string>, RegistryKind]>([
    [
      {
        'www-authenticate':
          'Bearer realm="https://harbor.acme.dev/service/token",service="harbor-registry"',
        'docker-distribution-api-version': 'registry/2.0',
      },
      'harbor',
    ],
    [
      {
        'www-authenticate':
          'Bearer realm="https://gitlab.acme.dev/jwt/auth",service="container_registry"',
      },
      'gitlab',
    ],
    [
      {
        'www-authenticate':
          'Bearer realm="https://quay.acme.dev/v2/auth",service="quay.acme.dev"',
      },
      'quay',
    ],
    [{ 'x-jfrog-version': 'Artifactory/7.90.1' }, 'artifactory'],
    [{ 'docker-distribution-api-version': 'registry/2.0' }, 'distribution'],
    [{ server: 'nginx' }, 'unknown'],
  ])('knows %j by what it answered', (headers, kind) => {
    expect(registryKindOf('registry.acme.dev', headers)).toBe(kind);
    // A host that says what it is is believed before any header.
    expect(registryKindOf('ghcr.io', headers)).toBe('ghcr');
  });
});

describe('registryQuirks', () => {
  it.each(KINDS)('has every sentence for %s', kind => {
    const { retention, ask, hidesExistence, ...rest } = registryQuirks(kind);
    expect(rest.kind).toBe(kind);
    const sentences = [
      rest.referrersNote,
      rest.immutability,
      rest.limits,
      rest.auth,
      ...(retention === null ? [] : [retention]),
    ];
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9a-z].{15,}\.$/);
    }
    expect(ask.permission).not.toMatch(/\.$/);
    expect(ask.from.length).toBeGreaterThan(10);
    expect(typeof hidesExistence).toBe('boolean');
  });
});
