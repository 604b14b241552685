import { Entity } from '@backstage/catalog-model';
import { ownerCandidates } from './ownerCandidates';
import { sourceRepositoryOf } from './sourceRepositoryOf';
import { suggestOwners } from './suggestOwners';
import { UnclaimedFacts } from './types';

function component(
  name: string,
  options: { source?: string; owner?: string; annotations?: object } = {},
): Entity {
  const { source, owner = 'group:default/shop', annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        ...(source && { 'backstage.io/source-location': source }),
        ...annotations,
      },
    },
    spec: {},
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

function person(
  kind: 'User' | 'Group',
  name: string,
  profile: { email?: string; displayName?: string } = {},
  groups: string[] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { profile },
    relations: groups.map(targetRef => ({ type: 'memberOf', targetRef })),
  };
}

const NOTHING: UnclaimedFacts = {
  name: 'zzz',
  references: [],
  signer: null,
  sourceUrls: [],
  maintainers: [],
  deployedBy: [],
  workloadLabels: [],
  claimants: [],
};

const signedBy = (sourceRepository: string): UnclaimedFacts['signer'] => ({
  kind: 'keyless',
  root: 'public',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'https://github.com/acme/x',
  sourceRepository,
});

const ENTITIES: Entity[] = [
  component('checkout', { source: 'url:https://github.com/acme/checkout/' }),
  component('payments-service', {
    source: 'url:https://github.com/Acme/pay/tree/main/svc/',
    owner: 'group:default/payments',
  }),
  component('web', {
    annotations: {
      'backstage.io/kubernetes-id': 'storefront',
      'chart-provenance/legacy-charts': 'https://charts.acme.dev#front',
    },
  }),
  person('Group', 'payments', { displayName: 'Payments Crew' }),
  person('User', 'jane', { email: 'jane@acme.dev' }, [
    'group:default/payments',
  ]),
];

const suggest = (facts: Partial<UnclaimedFacts>, entities = ENTITIES) =>
  suggestOwners({ ...NOTHING, ...facts }, ownerCandidates(entities)).map(
    ({ entityRef, reasons, score }) => [
      entityRef.split('/')[1],
      reasons.map(({ kind }) => kind).join('+'),
      score,
    ],
  );

describe('sourceRepositoryOf', () => {
  it.each([
    ['url:https://github.com/acme/x/tree/main/', 'github.com/acme/x'],
    ['https://github.com/Acme/X.git', 'github.com/acme/x'],
    ['https://gitlab.com/a/b/c/-/tree/main', 'gitlab.com/a/b/c'],
    ['git+https://github.com/acme/tree@refs/tags/v1', 'github.com/acme/tree'],
    ['https://acme.dev', undefined],
    ['https://github.com/acme', undefined],
    ['https://github.com@evil.dev/acme/x', undefined],
    ['mailto:jane@acme.dev', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => {
    expect(sourceRepositoryOf(text)).toBe(expected);
  });
});

describe('suggestOwners', () => {
  it.each<[string, Partial<UnclaimedFacts>, unknown[][]]>([
    ['nothing speaks for anybody', {}, []],
    [
      'a proven signer',
      { signer: signedBy('https://github.com/acme/pay') },
      [['payments-service', 'signer', 70]],
    ],
    [
      'a signer by key, which names no source',
      { signer: { kind: 'key', key: 'release', fingerprint: 'ab' } },
      [],
    ],
    ['the same name', { name: 'Checkout' }, [['checkout', 'name', 25]]],
    [
      'nearly the same name',
      { name: 'helm-payments-chart' },
      [['payments-service', 'name', 15]],
    ],
    [
      'what the chart says of its source',
      { sourceUrls: ['https://acme.dev', 'https://github.com/acme/checkout/'] },
      [['checkout', 'image-source', 30]],
    ],
    [
      'a maintainer who belongs to the team, by address',
      { maintainers: [{ name: 'J', email: 'Jane@acme.dev' }] },
      [['payments-service', 'maintainer', 15]],
    ],
    [
      'a maintainer who is the team',
      { maintainers: [{ name: 'Payments Crew' }] },
      [['payments-service', 'maintainer', 15]],
    ],
    [
      'the only one who deploys it',
      { deployedBy: ['component:default/web'] },
      [['web', 'workload-label', 15]],
    ],
    [
      'several who deploy it',
      { deployedBy: ['component:default/web', 'component:default/checkout'] },
      [
        ['checkout', 'workload-label', 5],
        ['web', 'workload-label', 5],
      ],
    ],
    [
      'labels of its workloads',
      { workloadLabels: ['storefront', 'storefront'] },
      [['web', 'workload-label', 15]],
    ],
    [
      'an annotation that names its legacy place',
      { references: ['https://charts.acme.dev#front'] },
      [['web', 'annotation', 25]],
    ],
    [
      'claims in conflict',
      { claimants: ['component:default/web', 'component:hidden/one'] },
      [['web', 'annotation', 25]],
    ],
  ])('%s', (_, facts, expected) => {
    expect(suggest(facts)).toEqual(expected);
    expect(suggest(facts, [...ENTITIES].reverse())).toEqual(expected);
  });

  it('puts what is proven before everything that liars write together', () => {
    const squatter = component('squatter', {
      source: 'url:https://github.com/evil/squatter',
      annotations: { 'chart-provenance/charts': 'oci://ghcr.io/acme/squatter' },
    });
    expect(
      suggest(
        {
          name: 'squatter',
          references: ['oci://ghcr.io/acme/squatter'],
          signer: signedBy('https://github.com/acme/checkout'),
          sourceUrls: ['https://github.com/evil/squatter'],
          deployedBy: ['component:default/squatter'],
          workloadLabels: ['squatter'],
          claimants: ['component:default/squatter'],
        },
        [...ENTITIES, squatter],
      ),
    ).toEqual([
      ['checkout', 'signer', 70],
      ['squatter', 'image-source+name+annotation+workload-label', 60],
    ]);
  });

  it('says which words are proven and who wrote the others', () => {
    const [{ reasons }] = suggestOwners(
      {
        ...NOTHING,
        name: 'checkout',
        signer: signedBy('https://github.com/acme/checkout'),
        maintainers: [{ name: `Shop\n${'x'.repeat(500)}` }],
        deployedBy: ['component:default/checkout'],
      },
      ownerCandidates(ENTITIES),
    );
    expect(reasons.map(({ text }) => text.split(':')[0])).toEqual([
      'Proven',
      'Claimed by the publisher',
      'Claimed by who deploys',
    ]);
  });

  it('is not led by a team that owns much, nor longer than five', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      component(`svc-${index}`, {
        owner: 'group:default/payments',
        source: 'url:https://github.com/acme/mono/',
      }),
    );
    const maintainers = [{ name: 'payments' }];
    expect(suggest({ maintainers }, [...ENTITIES, ...many])).toEqual([]);
    expect(
      suggest({ maintainers, name: 'svc-7' }, [...ENTITIES, ...many])[0],
    ).toEqual(['svc-7', 'name+maintainer', 40]);
    expect(
      suggest({ signer: signedBy('https://github.com/acme/mono') }, many),
    ).toHaveLength(5);
  });
});

it('lets no label of a workload turn the sentence around that tells of it', () => {
  const label = 'pay\u202e\u001b[31m\u2066ments';
  const entity = component('payments-service', {
    annotations: { 'backstage.io/kubernetes-id': label },
  });
  const suggestions = suggestOwners(
    { ...NOTHING, workloadLabels: [label] },
    ownerCandidates([entity]),
  );
  for (const { text } of suggestions.flatMap(({ reasons }) => reasons)) {
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
  expect(suggestions).toHaveLength(1);
});
