import { formatLegacyPlace, parseLegacyPlace } from './legacyPlace';
import { repositoriesOfLegacy } from './repositoriesOfLegacy';
import { convention, rules } from './testing/rules';
import { RepositoryRule } from './types';

describe('a place in a legacy repository', () => {
  it.each([
    ['https://charts.acme.dev#payments', 'https://charts.acme.dev#payments'],
    ['HTTPS://Charts.Acme.dev:443/#pay', 'https://charts.acme.dev#pay'],
    ['http://h:80/Stable///#a', 'http://h/Stable#a'],
    ['http://h:8080/stable/index.yaml#a', 'http://h:8080/stable#a'],
    ['https://h/index.yaml/#a', 'https://h#a'],
  ])('%s is written %s', (text, expected) => {
    const place = parseLegacyPlace(text);
    expect(place && formatLegacyPlace(place)).toBe(expected);
  });

  it.each(['https://charts.acme.dev', 'https://charts.acme.dev#', ''])(
    '“%s” names no chart',
    text => {
      expect(parseLegacyPlace(text)).toBeUndefined();
    },
  );
});

describe('repositoriesOfLegacy', () => {
  const url = 'https://charts.acme.dev';
  const byTeam: Partial<RepositoryRule> = {
    match: 'acme/{team}/{name}',
    legacy: 'https://charts.acme.dev/{team}#{name}',
  };
  it.each<[string, Partial<RepositoryRule>[], string, string, string[]]>([
    ['a convention', [convention], url, 'payments', ['acme/charts/payments']],
    [
      'the same, with the URL written otherwise',
      [{ ...convention, legacy: 'https://Charts.acme.dev/#{name}' }],
      'https://charts.acme.dev/index.yaml',
      'payments',
      ['acme/charts/payments'],
    ],
    ['another repository', [convention], 'https://evil.dev', 'payments', []],
    [
      'a URL that only begins alike',
      [convention],
      'https://charts.acme.dev.evil.dev',
      'payments',
      [],
    ],
    [
      'a rule that names both',
      [{ match: 'acme/web', legacy: 'https://charts.acme.dev#website' }],
      url,
      'website',
      ['acme/web'],
    ],
    ['captures in the URL', [byTeam], `${url}/shop`, 'web', ['acme/shop/web']],
    [
      'a capture that the template does not hold',
      [{ ...byTeam, legacy: 'https://charts.acme.dev#{name}' }],
      url,
      'web',
      [],
    ],
    [
      'any segment',
      [{ match: 'acme/**', legacy: 'https://charts.acme.dev#web' }],
      url,
      'web',
      [],
    ],
    [
      'an earlier rule that says something else',
      [{ match: 'acme/charts/payments' }, convention],
      url,
      'payments',
      [],
    ],
    ['upper case, which no registry has', [convention], url, 'Payments', []],
    ['a path', [convention], url, '../x', []],
    ['a wildcard', [convention], url, '*', []],
    [
      'two rules for one place',
      [convention, { ...convention, match: 'acme/mirror/{name}' }],
      url,
      'web',
      ['acme/charts/web', 'acme/mirror/web'],
    ],
  ])('%s', (_, list, legacyUrl, name, expected) => {
    expect(
      repositoriesOfLegacy(rules(...list), { url: legacyUrl, name }).map(
        ({ repository }) => repository,
      ),
    ).toEqual(expected);
  });
});
