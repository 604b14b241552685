import { Entity } from '@backstage/catalog-model';
import {
  compileRepositoryRules,
  RepositoryRule,
} from 'backstage-plugin-chart-provenance-common';
import { catalogFilter } from './catalogFilter';
import { readEntityWord } from './readEntityWord';
import { resolveInventory } from './resolveInventory';
import { OperatorWord } from './types';

const RULES: RepositoryRule[] = [
  {
    registry: 'ghcr.io',
    match: 'acme/charts/{name}',
    entity: 'component:default/{name}',
    source: 'github.com/acme/*',
    policy: 'acme-release',
    claims: { 'spec.owner': 'platform' },
  },
  {
    registry: 'ghcr.io',
    match: 'acme/shared/*',
    claims: { kind: 'component' },
    policy: 'acme-release',
  },
  { registry: 'ghcr.io', match: 'acme/orphan' },
  { registry: 'ghcr.io', match: 'acme/private/**' },
];

const OPERATOR: OperatorWord = {
  rules: compileRepositoryRules(RULES).rules,
  policies: [
    policy('acme-release', false),
    policy('strict', true),
    policy('internal', false),
  ],
  legacyRepositories: [],
};

function policy(name: string, selectable: boolean) {
  return {
    name,
    selectable,
    anyOf: [],
    requireAttestations: [],
    maxStalenessMs: 1,
  };
}

function component(
  name: string,
  annotations: Record<string, string> = {},
  owner = 'team',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { owner },
  };
}

const claims = (value: string) => ({ 'chart-provenance/charts': value });

function resolve(...entities: Entity[]) {
  const { charts, entities: found } = resolveInventory(
    OPERATOR,
    entities.map(readEntityWord),
  );
  return {
    charts: Object.fromEntries(
      charts
        .filter(({ repository }) => repository !== 'acme/orphan')
        .map(chart => [chart.repository, chart]),
    ),
    problems: Object.fromEntries(
      found.map(({ entityRef, problems }) => [
        entityRef,
        problems.map(({ code, reference, value }) => [
          code,
          reference ?? value,
        ]),
      ]),
    ),
  };
}

it('knows the charts that are somebody’s by convention, without any annotation', () => {
  const { charts, problems } = resolve(component('payments'));
  expect(Object.keys(charts)).toEqual(['acme/charts/payments']);
  expect(charts['acme/charts/payments']).toMatchObject({
    registry: 'ghcr.io',
    owner: 'component:default/payments',
    knownBy: 'convention',
    expectedSource: 'github.com/acme/*',
    policies: ['acme-release'],
    requestedPolicies: [],
    conflict: [],
  });
  expect(problems).toEqual({});
});

it('lists what a rule names outright though nobody owns it', () => {
  const { charts } = resolveInventory(OPERATOR, []);
  expect(charts).toMatchObject([
    { repository: 'acme/orphan', owner: null, policies: [], conflict: [] },
  ]);
});

it('knows who says that there is a chart: a placeholder, a rule, or the owner', () => {
  const { charts } = resolve(
    component('payments', claims('oci://ghcr.io/acme/charts/payments')),
    component('web'),
  );
  expect(charts['acme/charts/payments'].knownBy).toBe('claim');
  expect(charts['acme/charts/web'].knownBy).toBe('convention');
  expect(resolveInventory(OPERATOR, []).charts[0].knownBy).toBe('rule');
});

it('hears a claim only where the operator allows it, and fetches nothing otherwise', () => {
  const { charts, problems } = resolve(
    component('web', claims('oci://ghcr.io/acme/shared/web')),
    component(
      'thief',
      claims('oci://ghcr.io/acme/private/vault oci://quay.io/x/y'),
    ),
    component('stranger', claims('oci://ghcr.io/acme/charts/api')),
  );
  expect(charts['acme/shared/web']).toMatchObject({
    owner: 'component:default/web',
    knownBy: 'claim',
  });
  expect(Object.keys(charts).sort()).toEqual([
    'acme/charts/stranger',
    'acme/charts/thief',
    'acme/charts/web',
    'acme/shared/web',
  ]);
  expect(problems).toEqual({
    'component:default/thief': [
      ['claim-not-allowed', 'oci://ghcr.io/acme/private/vault'],
      ['registry-not-configured', 'oci://quay.io/x/y'],
    ],
    'component:default/stranger': [
      ['claim-not-allowed', 'oci://ghcr.io/acme/charts/api'],
    ],
  });
});

it('lets the owner by convention win, and nobody where two claim', () => {
  const shared = claims('oci://ghcr.io/acme/shared/web');
  const entities = [
    component('payments'),
    component(
      'tools',
      claims('oci://ghcr.io/acme/charts/payments'),
      'platform',
    ),
    component('web', shared),
    component('web2', shared),
  ];
  const { charts, problems } = resolve(...entities);
  expect(charts['acme/charts/payments'].owner).toBe(
    'component:default/payments',
  );
  expect(charts['acme/shared/web']).toMatchObject({
    owner: null,
    conflict: ['component:default/web', 'component:default/web2'],
  });
  expect(problems).toEqual({
    'component:default/tools': [
      ['claimed-by-another', 'oci://ghcr.io/acme/charts/payments'],
    ],
    'component:default/web': [
      ['ownership-conflict', 'oci://ghcr.io/acme/shared/web'],
    ],
    'component:default/web2': [
      ['ownership-conflict', 'oci://ghcr.io/acme/shared/web'],
    ],
  });
  expect(resolve(...entities.reverse()).charts).toEqual(charts);
});

it('hears a claim when the owner by convention is not in the catalog', () => {
  const { charts } = resolve(
    component(
      'tools',
      claims('oci://ghcr.io/acme/charts/payments'),
      'platform',
    ),
  );
  expect(charts['acme/charts/payments']).toMatchObject({
    owner: 'component:default/tools',
    knownBy: 'claim',
  });
});

it('lets an entity narrow its source and ask for more policies, and never for fewer', () => {
  const { charts, problems } = resolve(
    component('payments', {
      'backstage.io/source-location':
        'url:https://github.com/acme/payments/tree/main/',
      'chart-provenance/trust-policy': 'strict internal nonsense',
    }),
    component('evil', {
      'backstage.io/source-location': 'url:https://github.com/evil/evil/',
    }),
  );
  expect(charts['acme/charts/payments']).toMatchObject({
    expectedSource: 'github.com/acme/payments',
    policies: ['acme-release'],
    requestedPolicies: ['internal', 'nonsense', 'strict'],
  });
  expect(charts['acme/charts/evil'].expectedSource).toBe('github.com/acme/*');
  expect(problems).toEqual({
    'component:default/payments': [
      ['policy-not-selectable', 'internal'],
      ['unknown-policy', 'nonsense'],
    ],
  });
});

it('reports a value that does not parse, and lets the others work', () => {
  const { charts, problems } = resolve(
    component(
      'web',
      claims('ghcr.io/acme/shared/a, oci://ghcr.io/acme/shared/web'),
    ),
  );
  expect(charts['acme/shared/web'].owner).toBe('component:default/web');
  expect(problems['component:default/web']).toMatchObject([
    ['annotation-invalid', expect.any(String)],
  ]);
});

it('asks the catalog for what may matter only', () => {
  expect(catalogFilter(OPERATOR.rules)).toEqual([
    ...[
      'chart-provenance/charts',
      'chart-provenance/legacy-charts',
      'chart-provenance/trust-policy',
      'chart-provenance/consumes',
      'backstage.io/kubernetes-id',
      'argocd/app-name',
    ].map(name => ({
      [`metadata.annotations.${name}`]: expect.anything(),
    })),
    { kind: 'component', 'metadata.namespace': 'default' },
  ]);
});
