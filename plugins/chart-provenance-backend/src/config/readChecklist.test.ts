import { read } from '../__testUtils__/rawConfig';

const ITEM = {
  id: 'runbook-updated',
  group: 'retire',
  claim: 'The runbook names the registry.',
  why: 'Whoever is on call at night reads it.',
  responsible: 'owner',
};

function readItems(...items: unknown[]) {
  const { config, problems } = read({ checklist: { items } });
  return { items: config.checklist.items, problems };
}

describe('checklist', () => {
  it('is empty unless told', () => {
    expect(read({}).config.checklist).toEqual({ items: [] });
  });

  it('fills in what an item leaves out', () => {
    expect(readItems(ITEM)).toEqual({
      problems: [],
      items: [{ ...ITEM, scope: 'chart', contradictedBy: null }],
    });
  });

  it('keeps what an item says', () => {
    const whole = { ...ITEM, scope: 'registry', contradictedBy: 'off-legacy' };
    expect(readItems(whole)).toEqual({ problems: [], items: [whole] });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a misspelt key', { resposible: 'owner' }, "did you mean 'responsible'?"],
    ['an id in capitals', { id: 'Runbook' }, '.id: must be lower-case words'],
    ['the id of a check', { id: 'signed' }, "'signed' is the id of a built-in"],
    [
      'the id of a built-in item',
      { id: 'tags-immutable' },
      "'tags-immutable' is the id of a built-in",
    ],
    ['an unknown group', { group: 'build' }, '.group: must be one of publish'],
    ['nobody responsible', { responsible: 'all' }, 'must be one of owner'],
    ['a claim of two lines', { claim: 'a\nb' }, '.claim: must be a sentence'],
    ['no reason', { why: ' ' }, '.why: must be a sentence'],
    ['an unknown scope', { scope: 'world' }, 'must be one of chart, registry'],
    [
      'a check that is none',
      { contradictedBy: 'of-legacy' },
      "no check is called 'of-legacy'; did you mean 'off-legacy'?",
    ],
  ])('refuses %s', (_, extra, problem) => {
    const { problems } = readItems({ ...ITEM, ...extra });
    expect(problems.join('\n')).toContain('chartProvenance.checklist.items[0]');
    expect(problems.join('\n')).toContain(problem);
  });

  it('refuses an id twice, what is no list, and too many', () => {
    expect(readItems(ITEM, ITEM).problems).toEqual([
      "chartProvenance.checklist.items[1]: 'runbook-updated' is there twice; each needs its own id",
    ]);
    expect(read({ checklist: { items: {} } }).problems).toEqual([
      'chartProvenance.checklist.items: must be a list',
    ]);
    const many = Array.from({ length: 51 }, (_, n) => ({
      ...ITEM,
      id: `item-${n}`,
    }));
    expect(readItems(...many)).toEqual({
      items: [],
      problems: ['chartProvenance.checklist.items: must have at most 50 items'],
    });
  });
});
