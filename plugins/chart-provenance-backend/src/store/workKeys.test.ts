import {
  legacyHost,
  legacyKey,
  listingKey,
  sourceKey,
  sourcesKey,
} from './workKeys';

const LONG = 'x'.repeat(5_000);

it.each([
  ['sources', sourcesKey],
  ['source', sourceKey],
  ['legacy', legacyKey],
  ['listing', listingKey],
])(
  'keys of %s rows fit into their column and tell texts apart',
  (kind, key) => {
    for (const text of ['a', LONG, `${LONG}y`]) {
      expect(key(text)).toMatch(new RegExp(`^${kind}:.{1,56}$`));
    }
    expect(new Set(['a', 'b', LONG, `${LONG}y`].map(key)).size).toBe(4);
  },
);

it('a legacy repository has one key however its URL is written, and no registry’s host', () => {
  const keys = [
    'https://charts.acme.dev',
    'https://charts.acme.dev/',
    'HTTPS://Charts.Acme.dev:443/index.yaml',
  ].map(legacyKey);
  expect(new Set(keys).size).toBe(1);
  expect(legacyKey('https://charts.acme.dev/stable')).not.toBe(keys[0]);
  expect(legacyHost('https://ghcr.io/charts')).toBe('legacy:ghcr.io');
});
