import { narrowSource } from './narrowSource';
import { normaliseSource } from './normaliseSource';
import { sourceMatches } from './sourceMatches';

describe('normaliseSource', () => {
  it.each([
    ['github.com/acme/payments', 'github.com/acme/payments'],
    ['https://GitHub.com/acme/Payments.git', 'github.com/acme/Payments'],
    [
      'git+https://github.com/acme/payments@refs/tags/v1.8.2',
      'github.com/acme/payments',
    ],
    ['https://github.com:443/acme/payments/', 'github.com/acme/payments'],
    ['https://git.acme.dev:8443/a/b/c', 'git.acme.dev:8443/a/b/c'],
    ['github.com/acme/*', 'github.com/acme/*'],
    ['git@github.com:acme/payments.git', 'github.com/acme/payments'],
    ['git@github.com:acme/payments@refs/tags/v1', 'github.com/acme/payments'],
    ['ssh://git@github.com/acme/payments.git', 'github.com/acme/payments'],
    ['git+ssh://git@GitHub.com:22/acme/payments', 'github.com/acme/payments'],
    ['ssh://git@git.acme.dev:2222/a/b', 'git.acme.dev:2222/a/b'],
    ['ssh://alice@github.com/acme/payments', null],
    ['alice@github.com:acme/payments', null],
    ['git@github.com@evil.dev:acme/payments', null],
    ['git@github.com:/acme/payments', null],
    ['git@github.com:../evil/payments', null],
    ['https://git@github.com/acme/payments', null],
    ['', null],
    ['github.com', null],
    ['https://github.com@evil.dev/acme/payments', null],
    ['https://user:pass@github.com/acme/payments', null],
    ['https://github.com/acme/../evil/payments', null],
    ['https://github.com/acme//payments', null],
    ['https://github.com/acme/pay%6dents', null],
    ['https://github.com/acme/payments?x', null],
    ['https://github.com\\@evil.dev/acme', null],
    ['https://gıthub.com/acme/payments', null],
    // The Kelvin sign, which is a k in lower case.
    ['https://bitbuc\u212aet.org/acme/payments', null],
    [`github.com/${'a'.repeat(600)}`, null],
  ])('%s is %s', (text, expected) => {
    expect(normaliseSource(text)).toBe(expected);
  });
});

describe('sourceMatches', () => {
  it.each([
    ['github.com/acme/payments', 'https://github.com/acme/payments.git', true],
    ['github.com/acme/payments', 'https://github.com/acme/payments2', false],
    ['github.com/acme/payments', 'https://github.com/Acme/payments', false],
    ['github.com/acme/*', 'https://github.com/acme/payments', true],
    ['github.com/acme/*', 'https://github.com/acme/a/b', false],
    ['github.com/acme/*', 'https://github.com/acme', false],
    ['gitlab.com/acme/**', 'https://gitlab.com/acme/a/b', true],
    ['github.com/acme/*', 'github.com/acme/*', false],
    ['github.com/acme/*', 'https://evil.dev/acme/payments', false],
    ['*', 'https://github.com/acme/payments', false],
    ['', '', false],
  ])('%s takes %s: %s', (expected, source, matches) => {
    expect(sourceMatches(expected, source)).toBe(matches);
  });
});

describe('narrowSource', () => {
  it.each([
    [
      'github.com/acme/*',
      'url:https://github.com/acme/payments/tree/main/',
      'github.com/acme/payments',
      true,
      false,
    ],
    [
      'github.com/acme/*',
      'https://GitHub.com/acme/payments',
      'github.com/acme/payments',
      true,
      false,
    ],
    [
      'gitlab.com/acme/**',
      'url:https://gitlab.com/acme/team/payments/-/tree/main/',
      'gitlab.com/acme/team/payments',
      true,
      false,
    ],
    [
      'github.com/acme/payments',
      'url:https://github.com/acme/payments/',
      'github.com/acme/payments',
      false,
      false,
    ],
    [
      'github.com/acme/payments',
      'url:https://github.com/acme/tools/',
      'github.com/acme/payments',
      false,
      true,
    ],
    [
      'github.com/acme/*',
      'url:https://github.com/evil/payments/',
      'github.com/acme/*',
      false,
      true,
    ],
    [
      'github.com/acme/*',
      'url:https://github.com/acme/*/',
      'github.com/acme/*',
      false,
      true,
    ],
    [
      'github.com/acme/*',
      'url:https://github.com@evil.dev/acme/x',
      'github.com/acme/*',
      false,
      true,
    ],
    ['github.com/acme/*', 'nonsense', 'github.com/acme/*', false, true],
    ['github.com/acme/*', undefined, 'github.com/acme/*', false, false],
    [null, 'url:https://github.com/acme/payments/', null, false, false],
  ])('%s with %s', (operator, location, source, narrowed, contradicts) => {
    expect(narrowSource(operator, location)).toEqual({
      source,
      narrowed,
      contradicts,
    });
  });
});
