import { compileGlob, GlobSegment } from './compileGlob';
import { matchGlob } from './matchGlob';

function segmentsOf(pattern: string): GlobSegment[] {
  const glob = compileGlob(pattern);
  if ('problems' in glob) {
    throw new Error(glob.problems.join(' '));
  }
  return glob.segments;
}

function match(pattern: string, path: string) {
  const captures = matchGlob(segmentsOf(pattern), path.split('/'));
  return captures && { ...captures };
}

describe('globs', () => {
  it.each([
    ['acme/charts/payments', 'acme/charts/payments', {}],
    ['acme/charts/{name}', 'acme/charts/payments', { name: 'payments' }],
    ['acme/{team}/{name}', 'acme/a/b', { team: 'a', name: 'b' }],
    ['acme/*', 'acme/a', {}],
    ['acme/**', 'acme', {}],
    ['acme/**', 'acme/a/b/c', {}],
    ['**/{name}', 'a/b/c', { name: 'c' }],
    ['**/charts/**/{name}', 'a/charts/b/charts/c', { name: 'c' }],
    ['{constructor}/x', 'y/x', { constructor: 'y' }],
    ['acme/charts/{name}', 'acme/charts', undefined],
    ['acme/charts/{name}', 'acme/charts/a/b', undefined],
    ['acme/charts/{name}', 'evil/acme/charts/a', undefined],
    ['acme/*', 'acme-evil/a', undefined],
    ['acme/**/x', 'acme/y', undefined],
  ])('%s against %s', (pattern, path, expected) => {
    expect(match(pattern, path)).toEqual(expected);
  });

  it.each([
    ['', 1],
    ['/acme', 1],
    ['acme//a', 1],
    ['acme/a*', 1],
    ['acme/{name}-x', 1],
    ['acme/{Name}', 1],
    ['{a}/{a}', 1],
    ['acme/..', 1],
    ['a b/{x/{y}/*z', 3],
    [Array(33).fill('a').join('/'), 1],
  ])('refuses %s with %i problems', (pattern, count) => {
    const glob = compileGlob(pattern);
    expect('problems' in glob ? glob.problems : []).toHaveLength(count);
  });

  it('agrees with trying every way, and keeps to whole segments, for globs and paths made at random', () => {
    let state = 3;
    const next = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) % 2_147_483_648;
      return Math.abs(state >> 8) % below;
    };
    const pieces = ['a', 'b', '*', '**', '**'];
    let matched = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const pattern = Array.from(
        { length: 1 + next(5) },
        () => pieces[next(5)],
      );
      const path = Array.from(
        { length: 1 + next(6) },
        () => ['a', 'b'][next(2)],
      );
      const actual =
        matchGlob(segmentsOf(pattern.join('/')), path) !== undefined;
      matched += actual ? 1 : 0;
      expect(`${pattern.join('/')} ${path.join('/')} ${actual}`).toBe(
        `${pattern.join('/')} ${path.join('/')} ${everyWay(pattern, path)}`,
      );
    }
    expect(matched).toBeGreaterThan(1_000);
  });

  it('takes time in proportion, not in powers', () => {
    const pattern = segmentsOf(Array(16).fill('**/a').join('/'));
    const path = [...Array(5_000).fill('a'), 'b'];
    const before = performance.now();
    expect(matchGlob(pattern, path)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

function everyWay(pattern: string[], path: string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) {
    return path.length === 0;
  }
  if (head === '**') {
    return (
      path.some((_, n) => everyWay(rest, path.slice(n))) || everyWay(rest, [])
    );
  }
  return (
    path.length > 0 &&
    (head === '*' || head === path[0]) &&
    everyWay(rest, path.slice(1))
  );
}
