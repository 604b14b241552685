import { DIGEST } from '../testing/objects';
import { PinKind } from '../types';
import { classifyDigest, classifyVersion } from './classifyVersion';

type Expected = [PinKind, ...string[]];

/** What each grammar makes of a text: [Helm, Flux's tag, Argo CD's tag or range, Flux's range]. */
const ROWS: [string, Expected, Expected, Expected, Expected][] = [
  ['1.8.2', ['version'], ['version'], ['version'], ['version']],
  ['v1.8.2', ['version'], ['version'], ['version'], ['version']],
  ['1.8.2-rc.1', ['version'], ['version'], ['version'], ['version']],
  ['=1.8.2', ['version'], ['unknown'], ['range'], ['version']],
  // A version with build metadata: + in versions, _ in tags, and nowhere the other way round.
  [
    '1.8.2+b5',
    ['version'],
    ['unknown', 'plus-in-tag'],
    ['unknown', 'plus-in-tag'],
    ['version'],
  ],
  [
    '100.2.0_up40.1.2',
    ['unknown', 'underscore-in-version'],
    ['version'],
    ['version'],
    ['unknown', 'underscore-in-version'],
  ],
  // Shortened: any version that fits to Helm, a tag like any other to who reads tags.
  ['1.2', ['range'], ['floating'], ['floating'], ['range']],
  ['1', ['range'], ['floating'], ['floating'], ['range']],
  ['1.2.x', ['range'], ['floating'], ['range'], ['range']],
  ['*', ['range'], ['unknown'], ['range'], ['range']],
  ['^1.2', ['range'], ['unknown'], ['range'], ['range']],
  ['~> 1.2', ['range'], ['unknown'], ['range'], ['range']],
  ['>= 1.2, < 2', ['range'], ['unknown'], ['range'], ['range']],
  ['1.2 - 1.4.5', ['range'], ['unknown'], ['range'], ['range']],
  ['1.2.3 || 2.x', ['range'], ['unknown'], ['range'], ['range']],
  ['=> 1.2', ['range'], ['unknown'], ['range'], ['range']],
  ['!=1.2.3', ['range'], ['unknown'], ['range'], ['range']],
  ['>=1.0.0-0', ['range'], ['unknown'], ['range'], ['range']],
  ['latest', ['floating'], ['floating'], ['floating'], ['unknown']],
  ['stable', ['floating'], ['floating'], ['floating'], ['unknown']],
  ['main-0a1b2c3', ['floating'], ['floating'], ['floating'], ['unknown']],
  ['1.2.3.4', ['floating'], ['floating'], ['floating'], ['unknown']],
  ['', ['floating'], ['floating'], ['floating'], ['floating']],
  ['{{ .v }}', ['templated'], ['templated'], ['templated'], ['templated']],
  ['${v:=1.0.0}', ['templated'], ['templated'], ['templated'], ['templated']],
  ['>=', ['unknown'], ['unknown'], ['unknown'], ['unknown']],
  ['1..2', ['floating'], ['floating'], ['floating'], ['unknown']],
  ['not a version', ['unknown'], ['unknown'], ['unknown'], ['unknown']],
  [
    DIGEST,
    ['unknown', 'digest-as-version'],
    ['unknown', 'digest-as-version'],
    ['unknown', 'digest-as-version'],
    ['unknown', 'digest-as-version'],
  ],
];

// What is a range was compared with github.com/Masterminds/semver v3.4.0, which all three tools use.
describe.each(ROWS)('%s', (text, helm, tag, tagOrRange, range) => {
  it('is classified for each reader', () => {
    const read = (grammar: Parameters<typeof classifyVersion>[1]) => {
      const { pin, findings } = classifyVersion(text, grammar);
      return [pin, ...findings.map(({ rule }) => rule)];
    };
    expect(read('helm')).toEqual(helm);
    expect(read('tag')).toEqual(tag);
    expect(read('tag-or-range')).toEqual(tagOrRange);
    expect(read('range')).toEqual(range);
  });
});

it('reads nothing as the newest', () => {
  expect(classifyVersion(undefined, 'helm').pin).toBe('floating');
});

it('takes no time over long and hostile texts', () => {
  const started = performance.now();
  for (const text of [
    '1'.repeat(100_000),
    '1.'.repeat(50_000),
    `${' '.repeat(100_000)}1`,
    `1${' - 1'.repeat(60)}`,
    '>=1 ,'.repeat(20_000),
  ]) {
    classifyVersion(text, 'helm');
    classifyVersion(text, 'tag-or-range');
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});

it.each<[string, Expected]>([
  [DIGEST, ['digest']],
  [`sha512:${'a'.repeat(128)}`, ['digest']],
  ['sha256:abc', ['unknown', 'digest-malformed']],
  [DIGEST.toUpperCase(), ['unknown', 'digest-malformed']],
  ['1.8.2', ['unknown', 'digest-malformed']],
  ['{{ .digest }}', ['templated']],
])('%s where a digest belongs', (text, expected) => {
  const { pin, findings } = classifyDigest(text);
  expect([pin, ...findings.map(({ rule }) => rule)]).toEqual(expected);
});
