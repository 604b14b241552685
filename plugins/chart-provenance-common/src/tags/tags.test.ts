import { classifyTagChange } from './classifyTagChange';
import {
  isFloatingTag,
  isSignatureTag,
  tagPromises,
  tagToVersion,
  versionToTag,
} from './tagNames';
import { compareVersions, isPrerelease, sortVersions } from './versions';

describe('versions', () => {
  it('sorts highest first, the same from every order, what is no version last', () => {
    const sorted = [
      '10.0.0',
      '2.0.0',
      '1.8.2+b2',
      '1.8.2+b1',
      '1.8.2',
      '1.8.2-rc.10',
      '1.8.2-rc.9',
      '1',
      'latest',
    ];
    expect(sortVersions(sorted)).toEqual(sorted);
    expect(sortVersions([...sorted].reverse())).toEqual(sorted);
  });

  it.each([
    ['1.0.0', '1.0.1', -1],
    ['1.0.0', 'v1.0.0', 0],
    ['1.0.0+a', '1.0.0+b', 0],
    ['1.0.0', '1.0.0-rc.1', 1],
    ['1.0', '1.0.0', undefined],
    ['latest', '1.0.0', undefined],
  ])('compares %s with %s', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
  });

  it.each([
    ['1.0.0', false],
    ['1.0.0+rc', false],
    ['1.0.0-rc.1', true],
    ['nightly', true],
  ])('%s is a pre-release: %s', (version, expected) => {
    expect(isPrerelease(version)).toBe(expected);
  });
});

describe('tag names', () => {
  it.each([
    ['stable', true, false],
    ['1', true, false],
    ['1.8', true, false],
    ['1.8.2', false, false],
    ['v1.8.2', false, false],
    ['1.8.2_b5', false, false],
    ['1.8.2-rc.1', false, false],
    // No versions to `semver`, but to Helm, which takes the highest of them.
    ['1.99999999999999999.0', false, false],
    ['99.0.0_', false, false],
    ['99.0.0-', false, false],
    ['99.0.0_a..b', false, false],
    ['v99.0.0-01', false, false],
    ['1.8.2.3', true, false],
    ['1.8.2beta', true, false],
    [`sha256-${'a'.repeat(64)}`, false, true],
    [`sha256-${'a'.repeat(64)}.sig`, false, true],
    [`sha256-${'a'.repeat(64)}.sbom`, false, true],
    [`sha256-${'a'.repeat(63)}`, true, false],
    [`sha256-${'a'.repeat(64)}x`, true, false],
  ])('%s floats: %s, is of a signature: %s', (tag, floating, signature) => {
    expect([isFloatingTag(tag), isSignatureTag(tag)]).toEqual([
      floating,
      signature,
    ]);
  });

  it.each([
    ['1.8.2', '1.8.2', true],
    ['v1.8.2', '1.8.2', true],
    ['1.8.2_b5', '1.8.2+b5', true],
    ['1.8.2', '1.8.2+b5', false],
    ['1.8.2', '1.8.3', false],
    ['version', 'ersion', false],
  ])('%s promises %s: %s', (tag, version, expected) => {
    expect(tagPromises(tag, version)).toBe(expected);
  });

  it('writes + as _ and back', () => {
    expect(tagToVersion(versionToTag('1.0.0-a+b.c'))).toBe('1.0.0-a+b.c');
  });
});

describe('classifyTagChange', () => {
  const at = (
    digest: string,
    version: string | null,
    chartLayerDigest: string | null,
  ) => ({ digest, version, chartLayerDigest });
  it.each([
    ['first', null, at('a', '1.0.0', 'x')],
    ['removed', at('a', '1.0.0', 'x'), null],
    ['re-push', at('a', '1.0.0', 'x'), at('b', '1.0.0', 'x')],
    ['re-push', at('a', '1.0.0', null), at('a', '1.0.0', null)],
    ['re-publish', at('a', '1.0.0', 'x'), at('b', '1.0.0', 'y')],
    ['re-publish', at('a', '1.0.0', null), at('b', '1.0.0', null)],
    ['re-publish', at('a', null, 'x'), at('b', '1.0.0', 'y')],
    ['forward', at('a', '1.0.0', 'x'), at('b', '1.1.0', 'y')],
    ['forward', at('a', '1.0.0+a', 'x'), at('b', '1.0.0+b', 'y')],
    ['rollback', at('a', '1.10.0', 'x'), at('b', '1.9.0', 'y')],
    ['rollback', at('a', '1.0.0', 'x'), at('b', '1.0.0-rc.1', 'y')],
    ['rollback', at('a', '1.1.0', 'x'), at('b', '1.0.0', 'x')],
    // By way of junk nobody gets down unseen.
    ['rollback', at('a', '1.1.0', 'x'), at('b', 'junk', 'y')],
    ['rollback', at('a', '1.1.0', 'x'), at('b', '', 'y')],
    ['rollback', at('a', '1.1.0', 'x'), at('b', null, null)],
    ['forward', at('a', 'junk', 'x'), at('b', '1.0.0', 'y')],
    ['re-publish', at('a', 'junk', 'x'), at('b', 'other junk', 'y')],
    ['re-publish', at('a', null, 'x'), at('b', null, 'y')],
  ])('%s', (expected, previous, next) => {
    expect(classifyTagChange(previous, next)).toBe(expected);
  });
});
