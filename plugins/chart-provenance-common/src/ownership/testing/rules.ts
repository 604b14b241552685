import { Entity } from '@backstage/catalog-model';
import { compileRepositoryRules } from '../compileRepositoryRules';
import { OwnershipClaim, RepositoryRule } from '../types';

export function entity(name: string, overrides: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      tags: ['helm'],
      labels: { 'acme.dev/tier': '1' },
    },
    spec: { owner: 'group:default/payments', type: 'service' },
    ...overrides,
  };
}

export function claim(
  name: string,
  overrides: Partial<Entity> = {},
): OwnershipClaim {
  return {
    entityRef: `component:default/${name}`,
    entity: entity(name, overrides),
  };
}

export function rules(...list: Partial<RepositoryRule>[]) {
  const { rules: compiled, problems } = compileRepositoryRules(
    list.map(rule => ({
      registry: 'ghcr.io',
      match: 'acme/charts/{name}',
      ...rule,
    })),
  );
  expect(problems).toEqual([]);
  return compiled;
}

export const convention = {
  entity: 'component:default/{name}',
  source: 'github.com/acme/{name}',
  legacy: 'https://charts.acme.dev#{name}',
  policy: ['acme-release', 'acme-release'],
};
export const byClaim = {
  claims: { kind: 'component', 'spec.owner': 'group:default/payments' },
};
