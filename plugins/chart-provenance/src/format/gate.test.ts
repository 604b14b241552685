import { comingEnvironment, environment } from '../__fixtures__';
import {
  blockingWords,
  durationWords,
  gateReasonTitle,
  isDecision,
} from './gateWords';
import { fixingSnippet } from './fixingSnippet';
import { lineDiff } from './lineDiff';

describe('words of the gate', () => {
  const off = environment({ name: 'dev', enforced: false });

  it.each([
    [[], null],
    [[environment()], 'The gate is enforced for production.'],
    [
      [comingEnvironment],
      'Not blocking deploys today; enforced from 1 March 2027.',
    ],
    [[off], 'Not blocking deploys today; not enforced, and no day is set.'],
    [
      [environment(), comingEnvironment, off],
      'The gate is enforced for production; staging enforced from 1 March 2027; dev not enforced, and no day is set.',
    ],
  ])('says what blocks: %#', (environments, words) => {
    expect(blockingWords(environments)).toBe(words);
  });

  it('tells times and codes', () => {
    expect([45, 90, 600, 3_600, 7_200].map(durationWords)).toEqual([
      '45 s',
      '90 s',
      '10 min',
      '1 hour',
      '2 hours',
    ]);
    expect(gateReasonTitle('wrong-identity')).toBe('wrong identity');
    expect(gateReasonTitle('tag-elsewhere')).toBe('tag elsewhere');
    expect(['deny', 'toString', '', null].map(isDecision)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(fixingSnippet('argocd-helm')).toBe('argocd-oci');
    expect(fixingSnippet('other')).toBeUndefined();
  });
});

describe('lineDiff', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `line ${index}`);

  it.each([
    ['a', 'a', ''],
    ['a', 'b', '@@ -1,1 +1,1 @@\n-a\n+b'],
    ['', 'a', '@@ -1,1 +1,1 @@\n-\n+a'],
    ['a\n', 'b\n', '@@ -1,1 +1,1 @@\n-a\n+b'],
    ['a\nb\nc', 'a\nc', '@@ -1,3 +1,2 @@\n a\n-b\n c'],
    ['a\nc', 'a\nb\nc', '@@ -1,2 +1,3 @@\n a\n+b\n c'],
    ['x\na\nb\ny', 'x2\na\nb\ny2', '@@ -1,4 +1,4 @@\n-x\n+x2\n a\n b\n-y\n+y2'],
  ])('of %j and %j', (before, after, patch) => {
    expect(lineDiff(before, after)).toBe(patch);
  });

  it('keeps changes that are far apart in hunks of their own', () => {
    const before = lines(40);
    const after = before.map(line =>
      ['line 5', 'line 30'].includes(line) ? `${line}!` : line,
    );
    const patch = lineDiff(before.join('\n'), after.join('\n'));
    expect(patch.match(/^@@ .*$/gm)).toEqual([
      '@@ -3,7 +3,7 @@',
      '@@ -28,7 +28,7 @@',
    ]);
  });

  it('does not compare without end', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`);
    const patch = lineDiff(before.join('\n'), after.join('\n'));
    expect(patch.split('\n')).toHaveLength(40_001);
  });
});
