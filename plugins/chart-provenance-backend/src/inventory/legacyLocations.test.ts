import { Entity } from '@backstage/catalog-model';
import { readEntityWord } from './readEntityWord';
import { resolveInventory } from './resolveInventory';
import {
  component,
  indexOf,
  LEGACY,
  operatorWith,
} from './__testUtils__/words';
import { FoundNames, NOTHING_FOUND } from './types';

const OPERATOR = operatorWith([
  { match: 'acme/charts/pinned', legacy: `${LEGACY}#was-pinned` },
  {
    match: 'acme/charts/fixed',
    entity: 'component:default/fixed',
    legacy: `${LEGACY}#was-fixed`,
  },
  {
    match: 'acme/charts/{name}',
    entity: 'component:default/{name}',
    legacy: `${LEGACY}#{name}`,
  },
  { match: 'acme/free/{name}', entity: 'component:default/{name}-owner' },
]);
const free = (name: string) => `oci://ghcr.io/acme/free/${name}`;
const chart = (name: string) => `oci://ghcr.io/acme/charts/${name}`;
const says = (name: string, value: string) =>
  component(name, { 'legacy-charts': value });
const listed = (...names: string[]): Partial<FoundNames> => ({
  legacy: [indexOf(names)],
});

function resolve(entities: Entity[], found: Partial<FoundNames>) {
  const resolved = resolveInventory(OPERATOR, entities.map(readEntityWord), {
    ...NOTHING_FOUND,
    ...found,
  });
  const repositories = new Map(
    resolved.charts.map(({ chartId, repository }) => [chartId, repository]),
  );
  return {
    places: Object.fromEntries(
      resolved.locations
        .filter(({ url }) => url === LEGACY)
        .map(({ chartId, name, knownBy }) => [
          repositories.get(chartId)?.slice('acme/'.length),
          `${name} ${knownBy}`,
        ]),
    ),
    problems: resolved.entities.flatMap(({ entityRef, problems }) =>
      problems.map(({ code }) => `${entityRef.split('/')[1]} ${code}`),
    ),
    charts: [...repositories.values()],
  };
}

const PINNED = {
  'charts/pinned': 'was-pinned rule',
  'charts/fixed': 'was-fixed rule',
};

it.each<[string, Entity[], Partial<FoundNames>, object, string[]]>([
  ['by rule', [component('web')], {}, { 'charts/web': 'web rule' }, []],
  [
    'by rule, which the annotation repeats',
    [says('web', `${LEGACY}/index.yaml#web`)],
    {},
    { 'charts/web': 'web rule' },
    [],
  ],
  [
    'by annotation, where no rule speaks of it',
    [says('pay-owner', `${LEGACY}#pay`)],
    {},
    { 'free/pay': 'pay claim', 'charts/pay-owner': 'pay-owner rule' },
    [],
  ],
  [
    'by annotation, renamed',
    [says('pay-owner', `${LEGACY}#payments=${free('pay')}`)],
    {},
    { 'free/pay': 'payments claim', 'charts/pay-owner': 'pay-owner rule' },
    [],
  ],
  [
    'a repository that the operator does not list',
    [
      says(
        'pay-owner',
        `https://evil.dev#pay https://charts.acme.dev.evil.dev#pay`,
      ),
    ],
    {},
    { 'charts/pay-owner': 'pay-owner rule' },
    ['pay-owner legacy-not-configured', 'pay-owner legacy-not-configured'],
  ],
  [
    'another’s chart',
    [says('thief', `${LEGACY}#x=${chart('web')}`), component('web')],
    {},
    { 'charts/web': 'web rule', 'charts/thief': 'thief rule' },
    ['thief legacy-not-yours'],
  ],
  [
    'a chart that is not in the inventory, or that no rule lets be read',
    [
      says(
        'thief',
        `${LEGACY}#x=${free(
          'none',
        )} ${LEGACY}#y=oci://quay.io/acme/charts/thief`,
      ),
    ],
    {},
    { 'charts/thief': 'thief rule' },
    ['thief legacy-not-yours', 'thief legacy-not-yours'],
  ],
  [
    'another’s place: his versions and consumers would be the thief’s',
    [says('thief-owner', `${LEGACY}#web=${free('thief')}`), component('web')],
    listed('web'),
    { 'charts/web': 'web rule', 'charts/thief-owner': 'thief-owner rule' },
    ['thief-owner legacy-not-yours'],
  ],
  [
    'a place that the operator gave to a chart that nobody owns',
    [says('thief-owner', `${LEGACY}#was-pinned=${free('thief')}`)],
    {},
    { 'charts/thief-owner': 'thief-owner rule' },
    ['thief-owner legacy-not-yours'],
  ],
  [
    'renamed, where the convention’s name is not in the index',
    [says('web', `${LEGACY}#website=${chart('web')}`)],
    listed('website', 'api'),
    { 'charts/web': 'website claim', 'charts/api': 'api rule' },
    [],
  ],
  [
    'away from the convention’s name, which is in the index: his own past would be lost from sight',
    [says('web', `${LEGACY}#nothing=${chart('web')}`)],
    listed('web'),
    { 'charts/web': 'web rule' },
    ['web legacy-overruled'],
  ],
  [
    'renamed, and retired: an index that is empty by now listed it once',
    [says('web', `${LEGACY}#website=${chart('web')}`)],
    { legacy: [{ url: LEGACY, names: [], everListed: ['website'] }] },
    { 'charts/web': 'website claim' },
    [],
  ],
  [
    'away from the convention’s name, which is no longer in the index',
    [says('web', `${LEGACY}#website=${chart('web')}`)],
    {
      legacy: [
        { url: LEGACY, names: ['website'], everListed: ['web', 'website'] },
      ],
    },
    { 'charts/web': 'web rule', 'charts/website': 'website rule' },
    ['web legacy-overruled'],
  ],
  [
    'to a name that was never in the index, to be rid of what remains to be done',
    [says('web', `${LEGACY}#nothing=${chart('web')}`)],
    listed('api'),
    { 'charts/web': 'web rule', 'charts/api': 'api rule' },
    ['web legacy-overruled'],
  ],
  [
    'renamed otherwise than a rule says in full',
    [says('fixed', `${LEGACY}#other=${chart('fixed')}`)],
    listed('other'),
    { 'charts/other': 'other rule' },
    ['fixed legacy-overruled'],
  ],
  [
    'renamed, where the index was not read, so that nobody knows',
    [says('web', `${LEGACY}#website=${chart('web')}`)],
    {},
    { 'charts/web': 'web rule' },
    ['web legacy-overruled'],
  ],
  [
    'two entities say that one place is theirs',
    [
      says('a-owner', `${LEGACY}#both=${free('a')}`),
      says('b-owner', `${LEGACY}#both=${free('b')}`),
    ],
    {},
    {
      'charts/a-owner': 'a-owner rule',
      'charts/b-owner': 'b-owner rule',
    },
    ['a-owner legacy-ambiguous', 'b-owner legacy-ambiguous'],
  ],
  [
    'two places for one chart: the first counts',
    [says('a-owner', `${LEGACY}#one=${free('a')} ${LEGACY}#two=${free('a')}`)],
    {},
    { 'free/a': 'one claim', 'charts/a-owner': 'a-owner rule' },
    ['a-owner legacy-ambiguous'],
  ],
  [
    'no chart of that name',
    [says('a-owner', `${LEGACY}#other`)],
    {},
    { 'charts/a-owner': 'a-owner rule' },
    ['a-owner legacy-not-yours'],
  ],
])('%s', (_, entities, found, places, problems) => {
  const resolved = resolve(entities, found);
  expect(resolved.places).toEqual({ ...PINNED, ...places });
  expect(resolved.problems).toEqual(problems);
  const turned = resolve([...entities].reverse(), found);
  expect(turned.places).toEqual(resolved.places);
});

it('does not miss a repository of the old name once it is known what became of it', () => {
  const found = listed('website', 'lost');
  expect(resolve([component('web')], found).charts).toContain(
    'acme/charts/website',
  );
  const { charts } = resolve(
    [says('web', `${LEGACY}#website=${chart('web')}`)],
    found,
  );
  expect(charts).not.toContain('acme/charts/website');
  expect(charts).toContain('acme/charts/lost');
});
