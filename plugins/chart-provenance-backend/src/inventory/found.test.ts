import { Entity } from '@backstage/catalog-model';
import { foundHash } from './FoundReader';
import { readEntityWord } from './readEntityWord';
import { resolveInventory } from './resolveInventory';
import {
  component,
  indexOf,
  LEGACY,
  operatorWith,
  seeded,
  shuffled,
} from './__testUtils__/words';
import { FoundNames, NOTHING_FOUND } from './types';

const OPERATOR = operatorWith([
  {
    match: 'acme/charts/{name}',
    entity: 'component:default/{name}',
    legacy: `${LEGACY}#{name}`,
  },
  { match: 'acme/shared/*', claims: { kind: 'component' } },
]);

function resolve(found: Partial<FoundNames>, ...entities: Entity[]) {
  const { charts } = resolveInventory(OPERATOR, entities.map(readEntityWord), {
    ...NOTHING_FOUND,
    ...found,
  });
  return charts
    .map(({ repository, owner, knownBy }) => [
      repository.slice('acme/'.length),
      owner?.slice('component:default/'.length) ?? null,
      knownBy,
    ])
    .sort();
}

const at = (repository: string, registry = 'ghcr.io') => ({
  registry,
  repository,
});
const consumed = (repository: string, registry?: string) => ({
  kind: 'oci' as const,
  ...at(repository, registry),
});
const mapped = (repository: string, entityRef: string | null) => ({
  ...at(repository),
  entityRef,
});

describe('charts that nobody had to annotate', () => {
  it.each<[string, Partial<FoundNames>, Entity[], unknown[][]]>([
    [
      'what the registry lists, owned and not',
      { listed: [at('acme/charts/web'), at('acme/charts/orphan')] },
      [component('web')],
      [
        ['charts/orphan', null, 'listing'],
        ['charts/web', 'web', 'listing'],
      ],
    ],
    [
      'what the registry lists and no rule lets be read',
      { listed: [at('acme/private/vault'), at('x', 'quay.io')] },
      [],
      [],
    ],
    [
      'what a legacy index lists, by the rule read backwards',
      { legacy: [indexOf(['web', 'old', 'Odd', '../x'], `${LEGACY}/`)] },
      [component('web')],
      [
        ['charts/old', null, 'legacy'],
        ['charts/web', 'web', 'legacy'],
      ],
    ],
    [
      'an index that no rule speaks of',
      { legacy: [indexOf(['web'], 'https://other.dev')] },
      [],
      [],
    ],
    [
      'what consumers name, in the registry or where it was before',
      {
        consumed: [
          consumed('acme/shared/web', 'GHCR.io:443'),
          { kind: 'legacy', url: LEGACY, name: 'old' },
        ],
      },
      [],
      [
        ['charts/old', null, 'consumer'],
        ['shared/web', null, 'consumer'],
      ],
    ],
    [
      'a consumer that names what no rule lets be read',
      {
        consumed: [
          consumed('acme/private/vault'),
          consumed('acme/charts/a/b'),
          consumed('acme/charts/*'),
          consumed('bitnamicharts/redis', 'registry-1.docker.io'),
          { kind: 'legacy', url: 'https://evil.dev', name: 'web' },
        ],
      },
      [],
      [],
    ],
    [
      'a consumer of what would be an entity’s: as quiet as the convention',
      { consumed: [consumed('acme/charts/web')] },
      [component('web')],
      [['charts/web', 'web', 'convention']],
    ],
    [
      'the operator’s mapping',
      {
        listed: [at('acme/shared/tools')],
        mappings: [mapped('acme/shared/tools', 'component:default/web')],
      },
      [component('web')],
      [
        ['charts/web', 'web', 'convention'],
        ['shared/tools', 'web', 'mapping'],
      ],
    ],
    [
      'a mapping of what is the owner’s by rule changes nothing',
      { mappings: [mapped('acme/charts/web', 'component:default/api')] },
      [component('web'), component('api')],
      [
        ['charts/api', 'api', 'convention'],
        ['charts/web', 'web', 'convention'],
      ],
    ],
    [
      'a mapping beats a claim',
      { mappings: [mapped('acme/shared/tools', 'component:default/web')] },
      [
        component('web'),
        component('api', { charts: 'oci://ghcr.io/acme/shared/tools' }),
      ],
      [
        ['charts/api', 'api', 'convention'],
        ['charts/web', 'web', 'convention'],
        ['shared/tools', 'web', 'mapping'],
      ],
    ],
    [
      'a mapping to an entity that was deleted owns nothing, and the chart is not forgotten',
      { mappings: [mapped('acme/shared/tools', 'component:default/gone')] },
      [],
      [['shared/tools', null, 'mapping']],
    ],
    [
      'a mapping to an entity that was deleted keeps nobody from an allowed claim',
      { mappings: [mapped('acme/shared/tools', 'component:default/gone')] },
      [component('api', { charts: 'oci://ghcr.io/acme/shared/tools' })],
      [
        ['charts/api', 'api', 'convention'],
        ['shared/tools', 'api', 'claim'],
      ],
    ],
    [
      'a mapping that was taken back, and one that no rule allows',
      {
        mappings: [
          mapped('acme/shared/tools', null),
          mapped('acme/private/vault', 'component:default/web'),
        ],
      },
      [component('web')],
      [['charts/web', 'web', 'convention']],
    ],
  ])('%s', (_, found, entities, expected) => {
    expect(resolve(found, ...entities)).toEqual(expected);
  });
});

it('does not depend on any order', () => {
  const random = seeded(4);
  const names = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const some = (share: number) => names.filter(() => random() < share);
  const entities = some(0.6).map(name =>
    component(name, {
      ...(random() < 0.3 && {
        charts: `oci://ghcr.io/acme/shared/c${Math.floor(random() * 20)}`,
      }),
      ...(random() < 0.6 && {
        'legacy-charts': `${LEGACY}#old${Math.floor(
          random() * 60,
        )}=oci://ghcr.io/acme/charts/${name}`,
      }),
      ...(random() < 0.5 && {
        'backstage.io/kubernetes-id': `k${Math.floor(random() * 30)}`,
      }),
    }),
  );
  const found: FoundNames = {
    listed: some(0.5).map(name => at(`acme/charts/${name}`)),
    legacy: [
      indexOf([
        ...some(0.5),
        ...some(0.8).map(name => name.replace('c', 'old')),
      ]),
    ],
    consumed: [
      ...some(0.4).map(name => consumed(`acme/shared/${name}`)),
      ...some(0.4).map(
        name => ({ kind: 'legacy', url: LEGACY, name } as const),
      ),
    ],
    mappings: some(0.2).map(name =>
      mapped(`acme/shared/${name}`, `component:default/${names[7]}`),
    ),
  };
  const sorted = (input: FoundNames, list: Entity[]) => {
    const resolved = resolveInventory(
      OPERATOR,
      list.map(readEntityWord),
      input,
    );
    const text = (value: unknown) => JSON.stringify(value);
    return {
      ...resolved,
      entities: resolved.entities
        .map(({ entityRef, problems }) => [
          entityRef,
          problems.map(text).sort(),
        ])
        .sort(),
    };
  };
  const expected = sorted(found, entities);
  expect(expected.charts.length).toBeGreaterThan(60);
  expect(
    expected.locations.filter(({ knownBy }) => knownBy === 'claim').length,
  ).toBeGreaterThan(1);
  for (let run = 0; run < 20; run += 1) {
    const again: FoundNames = {
      listed: shuffled(found.listed, random),
      legacy: found.legacy.map(({ url, names: list }) =>
        indexOf(shuffled(list, random), url),
      ),
      consumed: shuffled(found.consumed, random),
      mappings: shuffled(found.mappings, random),
    };
    expect(sorted(again, shuffled(entities, random))).toEqual(expected);
    expect(foundHash(again)).toBe(foundHash(found));
  }
  expect(foundHash({ ...found, listed: found.listed.slice(1) })).not.toBe(
    foundHash(found),
  );
});
