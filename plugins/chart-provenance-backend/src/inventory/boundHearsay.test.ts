import { boundHearsay, MOST_HEARSAY } from './boundHearsay';
import { collectCandidates } from './candidates';
import { readEntityWord } from './readEntityWord';
import { isChart, resolveCandidate } from './resolution';
import { resolveInventory } from './resolveInventory';
import {
  component,
  indexOf,
  LEGACY,
  operatorWith,
} from './__testUtils__/words';
import { NOTHING_FOUND } from './types';

const OPERATOR = operatorWith([
  {
    match: 'acme/charts/{name}',
    entity: 'component:default/{name}',
    legacy: `${LEGACY}#{name}`,
  },
  { match: 'acme/shared/*', claims: { kind: 'component' } },
]);

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

describe('hearsay', () => {
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const liar = many(20_000, 'x').map(name => consumed(`acme/shared/${name}`));

  it('tries so many names that only consumers wrote, and says how many not', () => {
    const { charts, leftOut } = resolveInventory(
      OPERATOR,
      [component('web')].map(readEntityWord),
      {
        ...NOTHING_FOUND,
        consumed: liar,
        listed: [at('acme/shared/x1'), at('acme/shared/x2')],
        mappings: [mapped('acme/shared/x3', 'component:default/web')],
        legacy: [indexOf(many(200, 'old'))],
      },
    );
    expect(leftOut).toEqual([
      { registry: 'ghcr.io', repositories: 20_000 - 3 + 200 - MOST_HEARSAY },
    ]);
    const count = (prefix: string) =>
      charts.filter(({ repository }) => repository.startsWith(prefix)).length;
    // Neither what the registry lists and the operator maps, nor what the operator's own index lists, is crowded out.
    expect(charts).toHaveLength(MOST_HEARSAY + 3 + 1);
    expect(count('acme/charts/old')).toBe(200);
    expect(charts.filter(({ knownBy }) => knownBy !== 'consumer').length).toBe(
      200 + 3 + 1,
    );
  });

  it('bounds the repositories that a rule would give to one entity, too', () => {
    const operator = operatorWith([
      { match: 'acme/{team}/{name}', entity: 'component:default/{name}' },
    ]);
    const words = [readEntityWord(component('web'))];
    const candidates = collectCandidates(operator, words, {
      ...NOTHING_FOUND,
      consumed: many(30, 't').map(team => consumed(`acme/${team}/web`)),
    });
    const { kept, leftOut } = boundHearsay(
      [...candidates]
        .map(([id, one]) => resolveCandidate(operator, id, one, () => true))
        .filter(isChart),
      10,
    );
    expect(kept).toHaveLength(10);
    expect(leftOut).toEqual([{ registry: 'ghcr.io', repositories: 20 }]);
  });
});
