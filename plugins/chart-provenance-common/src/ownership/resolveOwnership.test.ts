import { matchesEntityFilter } from './entityFilter';
import { OwnershipInput, resolveOwnership } from './resolveOwnership';
import { byClaim, claim, convention, entity, rules } from './testing/rules';

describe('matchesEntityFilter', () => {
  it.each([
    [{ kind: 'component' }, true],
    [{ kind: ['api', 'COMPONENT'] }, true],
    [{ kind: 'component', 'spec.owner': 'group:default/other' }, false],
    [{ 'metadata.tags': 'helm' }, true],
    [{ 'metadata.labels.acme.dev/tier': '1' }, true],
    [{ 'metadata.labels.acme': '1' }, false],
    [{ 'spec.owner.toString': 'x' }, false],
    [{ constructor: 'x' }, false],
    [{}, false],
    [{ kind: [] }, false],
  ])('%j: %s', (filter, expected) => {
    expect(matchesEntityFilter(entity('a'), filter)).toBe(expected);
  });
});

describe('resolveOwnership', () => {
  const outsider = claim('z', { spec: { owner: 'group:default/other' } });
  const owner = 'component:default/payments';
  const repository = 'acme/charts/payments';
  const refused = (name: string, code: string) => ({
    entityRef: `component:default/${name}`,
    code,
  });

  it.each<[string, Partial<OwnershipInput>, object]>([
    [
      'nobody knows the registry',
      { rules: rules(convention), registry: 'quay.io', claims: [claim('a')] },
      {
        state: 'not-configured',
        refused: [refused('a', 'registry-not-configured')],
      },
    ],
    [
      'no rule matches',
      { rules: rules({ match: 'x/{name}' }), claims: [claim('a')] },
      { state: 'not-configured', refused: [refused('a', 'claim-not-allowed')] },
    ],
    [
      'by convention',
      { rules: rules(convention) },
      { state: 'owned', owner, knownBy: 'convention', refused: [] },
    ],
    [
      'by convention, claimed by itself',
      { rules: rules(convention), claims: [claim('payments')] },
      { state: 'owned', owner, knownBy: 'convention', refused: [] },
    ],
    [
      'by convention, claimed by another',
      { rules: rules(convention), claims: [claim('a')] },
      {
        state: 'owned',
        owner,
        knownBy: 'convention',
        refused: [refused('a', 'claim-not-allowed')],
      },
    ],
    [
      'by convention, claimed by another who might',
      { rules: rules({ ...convention, ...byClaim }), claims: [claim('a')] },
      {
        state: 'owned',
        owner,
        knownBy: 'convention',
        refused: [refused('a', 'claimed-by-another')],
      },
    ],
    [
      'the owner by convention is not in the catalog',
      {
        rules: rules({ ...convention, ...byClaim }),
        claims: [claim('a')],
        configuredOwnerExists: false,
      },
      {
        state: 'owned',
        owner: 'component:default/a',
        knownBy: 'claim',
        refused: [],
      },
    ],
    [
      'an allowed claim',
      { rules: rules(byClaim), claims: [claim('a')] },
      {
        state: 'owned',
        owner: 'component:default/a',
        knownBy: 'claim',
        refused: [],
      },
    ],
    [
      'a claim beside one that is not allowed',
      { rules: rules(byClaim), claims: [outsider, claim('a')] },
      {
        state: 'owned',
        owner: 'component:default/a',
        knownBy: 'claim',
        refused: [refused('z', 'claim-not-allowed')],
      },
    ],
    [
      'a claim that is not allowed',
      { rules: rules(byClaim), claims: [outsider] },
      { state: 'unowned', refused: [refused('z', 'claim-not-allowed')] },
    ],
    [
      'claims where none are heard',
      { rules: rules({}), claims: [claim('a')] },
      { state: 'unowned', refused: [refused('a', 'claim-not-allowed')] },
    ],
    [
      'the operator maps it, and another claims it who might',
      {
        rules: rules(byClaim),
        claims: [claim('a'), outsider],
        mappedOwner: 'Component:Default/M',
      },
      {
        state: 'owned',
        owner: 'component:default/m',
        knownBy: 'mapping',
        refused: [
          refused('a', 'claimed-by-another'),
          refused('z', 'claim-not-allowed'),
        ],
      },
    ],
    [
      'the operator maps it to one of two that claim it',
      {
        rules: rules(byClaim),
        claims: [claim('a'), claim('b')],
        mappedOwner: 'component:default/b',
      },
      {
        state: 'owned',
        owner: 'component:default/b',
        refused: [refused('a', 'claimed-by-another')],
      },
    ],
    [
      'a mapping beside an owner by convention',
      { rules: rules(convention), mappedOwner: 'component:default/m' },
      { state: 'owned', owner, knownBy: 'convention', refused: [] },
    ],
    [
      'a mapping where the owner by convention is not in the catalog',
      {
        rules: rules(convention),
        configuredOwnerExists: false,
        mappedOwner: 'component:default/m',
      },
      { state: 'owned', owner: 'component:default/m', knownBy: 'mapping' },
    ],
    [
      'a mapping where no rule matches',
      {
        rules: rules({ match: 'x/{name}' }),
        mappedOwner: 'component:default/m',
      },
      { state: 'not-configured', refused: [] },
    ],
    [
      'a mapping to what is no entity reference',
      { rules: rules({}), mappedOwner: 'm' },
      { state: 'unowned', refused: [] },
    ],
    ['no claim', { rules: rules(byClaim) }, { state: 'unowned', refused: [] }],
    [
      'two claims',
      { rules: rules(byClaim), claims: [claim('b'), claim('a'), outsider] },
      {
        state: 'conflict',
        claimants: ['component:default/a', 'component:default/b'],
        refused: [refused('z', 'claim-not-allowed')],
      },
    ],
    [
      'one claim said twice',
      {
        rules: rules(byClaim),
        claims: [
          claim('a'),
          { ...claim('a'), entityRef: 'Component:Default/A' },
        ],
      },
      { state: 'owned', owner: 'component:default/a', refused: [] },
    ],
    [
      'any of several filters',
      {
        rules: rules({
          claims: [{ kind: 'api' }, { 'metadata.tags': 'helm' }],
        }),
        claims: [claim('a')],
      },
      { state: 'owned', owner: 'component:default/a' },
    ],
  ])('%s', (_, input, expected) => {
    const full = {
      rules: [],
      registry: 'ghcr.io',
      repository,
      claims: [],
      ...input,
    };
    expect(resolveOwnership(full)).toMatchObject(expected);
    expect(
      resolveOwnership({ ...full, claims: [...full.claims].reverse() }),
    ).toMatchObject(expected);
  });
});
