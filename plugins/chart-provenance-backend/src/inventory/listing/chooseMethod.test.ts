import { JsonObject } from '@backstage/types';
import { RegistryKind } from 'backstage-plugin-chart-provenance-common';
import { read } from '../../__testUtils__/rawConfig';
import { isListed, methodOf } from './chooseMethod';

const AWS = { type: 'aws' };
const GOOGLE = { type: 'google' };
const WIDE = { type: 'google', scope: 'cloud-platform.read-only' };
const INTEGRATION = { type: 'integration' };
const TOKEN = { type: 'token', token: 't' };
const ECR = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const GAR = 'europe-west3-docker.pkg.dev';

function registryOf(host: string, fields: JsonObject) {
  const { config, problems } = read({ registries: [{ host, ...fields }] });
  expect(problems).toEqual([]);
  return config.registries[0];
}

describe('auto', () => {
  it.each<[string, JsonObject, RegistryKind, string | undefined]>([
    ['ghcr.io', { auth: INTEGRATION }, 'ghcr', 'github'],
    ['ghcr.io', { auth: TOKEN }, 'ghcr', undefined],
    ['ghcr.io', {}, 'ghcr', undefined],
    ['docker.io', { auth: TOKEN }, 'dockerHub', undefined],
    ['quay.io', { auth: TOKEN }, 'quay', undefined],
    ['registry.gitlab.com', { auth: INTEGRATION }, 'gitlab', undefined],
    [ECR, { auth: AWS }, 'ecr', 'ecr'],
    [ECR, { auth: TOKEN }, 'ecr', undefined],
    ['public.ecr.aws', {}, 'ecr', undefined],
    [GAR, { auth: WIDE }, 'gar', 'gar'],
    [GAR, { auth: GOOGLE }, 'gar', undefined],
    ['eu.gcr.io', { auth: WIDE }, 'gar', undefined],
    ['acmecharts.azurecr.io', { auth: { type: 'azure' } }, 'acr', 'catalog'],
    ['registry.acme.dev', {}, 'harbor', 'harbor'],
    ['registry.acme.dev', {}, 'distribution', 'catalog'],
    ['registry.acme.dev', {}, 'unknown', 'catalog'],
    ['registry.acme.dev', {}, 'quay', undefined],
    ['registry.acme.dev', {}, 'gitlab', undefined],
  ])('lists %s with %j, a %s, by %s', (host, fields, kind, method) => {
    expect(methodOf(registryOf(host, fields), kind)).toBe(method);
  });

  it.each([
    ['ghcr.io', {}, false],
    ['docker.io', {}, false],
    ['registry.acme.dev', {}, true],
    ['registry.acme.dev', { listing: 'none' }, false],
    ['ghcr.io', { auth: TOKEN, listing: 'github' }, true],
  ])('asks %s with %j at all: %s', (host, fields, listed) => {
    expect(isListed(registryOf(host, fields))).toBe(listed);
  });
});

describe('registries[].listing', () => {
  it.each<[string, JsonObject, RegExp]>([
    [
      'a.dev',
      { listing: 'everything' },
      /listing: must be one of auto, none, catalog/,
    ],
    [ECR, { listing: 'ecr' }, /listing: goes with auth: \{type: aws\}/],
    [GAR, { listing: 'gar', auth: GOOGLE }, /scope: cloud-platform\.read-only/],
    ['eu.gcr.io', { listing: 'gar', auth: WIDE }, /hosts like europe-west3/],
    [
      'ghcr.io',
      { listing: 'github' },
      /goes with a registry of GitHub's.*auth/,
    ],
    [
      'a.dev',
      { listing: 'github', auth: TOKEN },
      /goes with a registry of GitHub's/,
    ],
    [ECR, { listing: 'harbor', auth: AWS }, /no cloud's token/],
  ])('refuses %s with %j', (host, fields, message) => {
    const { config, problems } = read({ registries: [{ host, ...fields }] });
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(config.registries).toEqual([]);
  });

  it('is auto unless told', () => {
    expect(registryOf('a.dev', {}).listing).toBe('auto');
  });
});
