import { RE2JS } from 're2js';
import { checkSubjectPattern } from './checkSubjectPattern';
import { LiteralPath, literalPaths, NotFollowedError } from './literalPaths';

const WORKFLOW =
  'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml';

const closed = [
  `${WORKFLOW}@refs/tags/v.*`,
  `^${WORKFLOW}@refs/tags/.+$`,
  `\\A${WORKFLOW}@refs/tags/v[0-9]+\\.[0-9]+\\.[0-9]+\\z`,
  `${WORKFLOW}@refs/tags/v\\d+(?:-rc\\.\\d{1,2})?`,
  `${WORKFLOW}@refs/heads/main`,
  `${WORKFLOW}@refs/(?:tags/v.*|heads/main)`,
  'https://github\\.com/acme/(payments|orders)/\\.github/workflows/(?P<file>release|publish)\\.ya?ml@refs/tags/v.*',
  'https://gitlab\\.com/acme/team/payments//\\.gitlab-ci\\.yml@refs/tags/v.*',
  'https://gitea\\.acme\\.dev/acme/payments/\\.gitea/workflows/r\\.yml@refs/tags/.*',
  'release@acme\\.dev|bot@acme\\.dev',
];

const open: [pattern: string, says: RegExp][] = [
  ['.*', /identity open from offset 0/],
  ['.*@acme\\.dev', /identity open/],
  ['https://github\\.com/.*', /repository open from offset 20/],
  ['https://github\\.com/acme/.*', /repository open/],
  [
    'https://github\\.com/acme/[a-z]+/\\.github/workflows/release\\.yml@refs/tags/v.*',
    /repository open from offset 25/,
  ],
  [
    'https://github\\.com/acme/payments/\\.github/workflows/.*@refs/tags/v.*',
    /workflow open/,
  ],
  [
    'https://github\\.com/acme/payments/\\.github/workflows/release.yml@refs/tags/v.*',
    /workflow open .* write \\\. for it/,
  ],
  [
    'https://github.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*',
    /host open .* write \\\. for it/,
  ],
  [`${WORKFLOW}@.*`, /ref open/],
  [`${WORKFLOW}@refs/.*`, /ref open/],
  [`${WORKFLOW}@refs/heads/.*`, /ref open/],
  [`${WORKFLOW}@refs/heads/main.*`, /ref open/],
  [`${WORKFLOW}@refs/tags?/v.*`, /ref open/],
  [`${WORKFLOW}@refs/tags/v.*|.*`, /identity open/],
  [`(?:${WORKFLOW}@refs/tags/)?.*`, /identity open/],
  [`${WORKFLOW}@refs/tags/[][]|evil.*[]]`, /cannot be told/],
  [`${WORKFLOW}@refs/tags/[^][]|evil.*[]]`, /cannot be told/],
  [`(?i)${WORKFLOW}@refs/tags/v.*`, /cannot be told/],
  [`${WORKFLOW}@refs/tags/\\Q.*\\E`, /cannot be told/],
  [`${WORKFLOW}@refs/tags/\\pL+`, /cannot be told/],
  ['https://github\\.com/acme/payments(?:x{0,2}){3}', /repository open/],
  [`(a|b|c|d|e|f)(a|b|c|d|e|f)(a|b|c|d|e|f)${WORKFLOW}`, /cannot be told/],
  ['(', /not a regular expression that RE2 takes/],
  ['(?=a)b', /not a regular expression that RE2 takes/],
  ['a'.repeat(513), /more than 512/],
];

describe('checkSubjectPattern', () => {
  it.each(closed)('takes %s', pattern => {
    expect(checkSubjectPattern(pattern)).toEqual([]);
  });

  it.each(open)('refuses %s', (pattern, says) => {
    expect(checkSubjectPattern(pattern).join('\n')).toMatch(says);
  });

  it('takes an open pattern when that is said aloud, but never a broken one', () => {
    expect(checkSubjectPattern('.*', { allowAnyRef: true })).toEqual([]);
    expect(checkSubjectPattern('(', { allowAnyRef: true })).toHaveLength(1);
  });

  it('names every part that is open', () => {
    expect(checkSubjectPattern(`.*|${WORKFLOW}@.*`)).toHaveLength(2);
  });
});

/** A small generator, so that a failure repeats itself. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) % 2_147_483_648;
    return Math.abs(state >> 8) % below;
  };
}

describe('literalPaths', () => {
  it('covers every text that the pattern matches, for patterns and texts made at random', () => {
    const next = generator(7);
    const pieces = [
      'a',
      'b',
      '\\.',
      '.',
      '(',
      ')',
      '|',
      '?',
      '*',
      '+',
      '[ab]',
      '[^a]',
      '^',
      '$',
      '{2}',
      '{0,1}',
      '(?:',
      '[',
      ']',
      '\\d',
      '\\b',
    ];
    const letters = ['a', 'b', '.', '1', ']', '['];
    const uncovered: string[] = [];
    let matched = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const pattern = Array.from(
        { length: 1 + next(7) },
        () => pieces[next(pieces.length)],
      ).join('');
      const texts = Array.from({ length: 8 }, () =>
        Array.from(
          { length: next(5) },
          () => letters[next(letters.length)],
        ).join(''),
      );
      const paths = pathsOf(pattern);
      const compiled = compile(pattern);
      const taken = texts.filter(text => paths && compiled?.matches(text));
      matched += taken.length;
      uncovered.push(
        ...taken
          .filter(text => !paths?.some(path => covers(path, text)))
          .map(text => `${pattern} matches ${text}`),
      );
    }
    expect(uncovered).toEqual([]);
    // Lest a generator that makes nothing but nonsense passes.
    expect(matched).toBeGreaterThan(2_000);
  });
});

function covers({ text, openAt }: LiteralPath, whole: string): boolean {
  return openAt === undefined ? text === whole : whole.startsWith(text);
}

function pathsOf(pattern: string) {
  try {
    return literalPaths(pattern);
  } catch (error) {
    if (error instanceof NotFollowedError) {
      return undefined;
    }
    throw error;
  }
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
