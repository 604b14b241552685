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

const chart = (name: string) => `oci://ghcr.io/acme/charts/${name}`;
const says = (name: string, value: string) =>
  component(name, { 'legacy-charts': value });
const listed = (...names: string[]): Partial<FoundNames> => ({
  legacy: [indexOf(names)],
});

describe('one index, several rules that speak of it', () => {
  const several = operatorWith([
    {
      match: 'acme/charts/{name}',
      entity: 'component:default/{name}',
      legacy: `${LEGACY}#{name}`,
    },
    {
      match: 'acme/libraries/{name}',
      entity: 'component:default/libraries',
      legacy: `${LEGACY}#{name}`,
    },
    { match: 'acme/teams/{team}/{name}', legacy: `${LEGACY}#{name}` },
    {
      match: 'acme/by/{team}/{name}',
      entity: 'component:default/{name}',
      legacy: `${LEGACY}/{team}#{name}`,
    },
  ]);
  const at = (repository: string) => ({ registry: 'ghcr.io', repository });

  function rows(found: Partial<FoundNames>, ...entities: Entity[]) {
    const {
      charts,
      locations,
      entities: problems,
    } = resolveInventory(
      {
        ...several,
        legacyRepositories: [{ url: LEGACY }, { url: `${LEGACY}/t` }],
      },
      [component('libraries'), ...entities].map(readEntityWord),
      { ...NOTHING_FOUND, ...found },
    );
    const names = new Map(locations.map(one => [one.chartId, one]));
    return {
      charts: charts
        .map(
          ({ chartId, repository, owner }) =>
            `${repository} ${owner?.split('/')[1] ?? '-'} ${
              names.get(chartId)?.name
            }`,
        )
        .filter(line => !line.startsWith('acme/charts/libraries'))
        .sort(),
      problems: problems.flatMap(one => one.problems.map(({ code }) => code)),
    };
  }

  it('makes of a name that is nowhere one missing chart, not one of each rule', () => {
    expect(rows(listed('dead')).charts).toEqual(['acme/charts/dead - dead']);
  });

  it('makes no missing chart of one that there is', () => {
    expect(
      rows({ ...listed('web'), listed: [at('acme/teams/shop/web')] }).charts,
    ).toEqual(['acme/teams/shop/web - web']);
    expect(
      rows({ ...listed('kit'), listed: [at('acme/libraries/kit')] }).charts,
    ).toEqual(['acme/libraries/kit libraries kit']);
  });

  it('lets a rename be told though a later rule would make the old name somebody’s', () => {
    expect(
      rows(
        { ...listed('old', 'other'), listed: [at('acme/charts/web')] },
        says('web', `${LEGACY}#old=${chart('web')}`),
      ),
    ).toEqual({
      charts: ['acme/charts/other - other', 'acme/charts/web web old'],
      problems: [],
    });
  });

  it('keeps a thief from what the first rule makes somebody’s, though it is not in the registry yet', () => {
    const place = indexOf(['web'], `${LEGACY}/t`);
    expect(
      rows(
        { legacy: [place], listed: [at('acme/charts/thief')] },
        component('web'),
        says('thief', `${LEGACY}/t#web=${chart('thief')}`),
      ),
    ).toEqual({
      charts: [
        'acme/by/t/web web web',
        'acme/charts/thief thief thief',
        'acme/charts/web web web',
      ],
      problems: ['legacy-not-yours'],
    });
  });
});
