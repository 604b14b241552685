import { capital, count, dayOf, isDay, listed, said, sentence, share } from '.';

describe('words', () => {
  it('counts', () => {
    expect([0, 1, 2].map(n => count(n, 'version'))).toEqual([
      'no version',
      '1 version',
      '2 versions',
    ]);
  });

  it.each([
    [1, 1, 'the only consumer'],
    [2, 2, 'both consumers'],
    [3, 3, 'all 3 consumers'],
    [1, 3, '1 of 3 consumers'],
  ])('says %i of %i', (n, of, text) => {
    expect(share(n, of, 'consumer')).toBe(text);
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('lists %j', (items, text) => {
    expect(listed(items)).toBe(text);
  });

  it('makes one short line of what others wrote', () => {
    expect(said(' a\n\u202Eb\u0000 c ')).toBe('a b c');
    expect(said('🙂'.repeat(100))).toBe(`${'🙂'.repeat(79)}…`);
    expect(sentence('no')).toBe('no.');
    expect(sentence('No!')).toBe('No!');
    expect(capital('all')).toBe('All');
  });

  it.each([
    ['2026-11-22T23:30:00-02:00', '2026-11-23'],
    ['2026-11-22', '2026-11-22'],
    ['yesterday', 'yesterday'],
  ])('says the day of %s', (time, day) => {
    expect(dayOf(time)).toBe(day);
  });

  it.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['27-01-01', false],
    ['2027-01-01T00:00:00Z', false],
    ['2027-1-1', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
