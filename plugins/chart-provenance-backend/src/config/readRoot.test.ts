import { Problems } from './problems';
import { readRoot } from './readRoot';

function read(value: unknown) {
  const problems = new Problems();
  const root = readRoot(value, 'trust.roots[0]', problems);
  return { root, problems: problems.lines };
}

const HOUR_MS = 60 * 60 * 1000;
const DAILY = { intervalMs: 24 * HOUR_MS, maxAgeMs: 30 * 24 * HOUR_MS };
const tuf = {
  id: 'acme',
  type: 'tuf',
  url: 'https://tuf.acme.example/sigstore/',
  rootPath: '/trust/root.json',
};

describe('readRoot', () => {
  it.each<[string, object, object]>([
    [
      'the public instance, refreshed unless told',
      { id: 'public', type: 'publicGood' },
      {
        id: 'public',
        source: { type: 'publicGood' },
        refresh: DAILY,
        demo: false,
        thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
      },
    ],
    [
      'the public instance as shipped',
      { id: 'public', type: 'publicGood', refresh: false },
      { refresh: null },
    ],
    [
      'a file, read once unless told',
      { id: 'acme', type: 'file', path: '/trust/root.json' },
      { source: { type: 'file', path: '/trust/root.json' }, refresh: null },
    ],
    [
      'a file that is read again',
      { id: 'acme', type: 'file', path: 'a', refresh: { interval: '1h' } },
      { refresh: { ...DAILY, intervalMs: HOUR_MS } },
    ],
    [
      'a TUF repository',
      { ...tuf, refresh: { maxAge: { days: 7 } } },
      {
        source: {
          type: 'tuf',
          url: 'https://tuf.acme.example/sigstore',
          rootPath: '/trust/root.json',
          target: 'trusted_root.json',
          allowPrivateAddress: false,
        },
        refresh: { ...DAILY, maxAgeMs: 7 * 24 * HOUR_MS },
      },
    ],
    [
      "GitHub's own instance, which keeps no logs",
      { id: 'github', type: 'github', path: 'a.jsonl' },
      {
        source: { type: 'github', path: 'a.jsonl' },
        thresholds: { tlog: 0, ctlog: 0, timestamp: 1 },
      },
    ],
    [
      'thresholds in part',
      { id: 'a', type: 'github', path: 'a', thresholds: { timestamp: 2 } },
      { thresholds: { tlog: 0, ctlog: 0, timestamp: 2 } },
    ],
  ])('reads %s', (_, value, expected) => {
    const { root, problems } = read(value);
    expect(problems).toEqual([]);
    expect(root).toMatchObject(expected);
  });

  it.each<[string, object, RegExp]>([
    [
      'a repository nowhere',
      { id: 'a', type: 'tuf', rootPath: 'a' },
      /\.url: is missing/,
    ],
    [
      'a repository that is believed from nothing on',
      { ...tuf, rootPath: undefined },
      /\.rootPath: is missing: .* in a way you trust/,
    ],
    [
      'a repository that is never read',
      { ...tuf, refresh: false },
      /\.refresh: cannot be false with type: tuf/,
    ],
    [
      'plain http',
      { ...tuf, url: 'http://tuf.acme.example' },
      /\.url: must be an https URL/,
    ],
    [
      'a password in the URL, which is not repeated',
      { ...tuf, url: 'https://a:geheim@tuf.acme.example' },
      /^(?!.*geheim).*\.url: must be an https URL/,
    ],
    [
      'a query',
      { ...tuf, url: 'https://tuf.acme.example?token=a' },
      /\.url: must be an https URL/,
    ],
    [
      'a target that climbs',
      { ...tuf, target: '../../etc/passwd' },
      /\.target: must be the path of a target/,
    ],
    [
      'an address without need',
      { id: 'a', type: 'publicGood', allowPrivateAddress: true },
      /\.allowPrivateAddress: is read only with type: tuf/,
    ],
    [
      'a file of the public instance',
      { id: 'a', type: 'publicGood', path: 'a' },
      /\.path: is read only with type: file or github/,
    ],
    [
      'a misspelt setting of the refresh',
      { ...tuf, refresh: { intervall: '1h' } },
      /\.refresh: unknown key 'intervall'; did you mean 'interval'/,
    ],
    [
      'a refresh at every moment',
      { ...tuf, refresh: { interval: '1s' } },
      /\.refresh\.interval: must be a duration from 5m to 7d/,
    ],
    [
      'a root that never grows old',
      { ...tuf, refresh: { maxAge: '10000d' } },
      /\.refresh\.maxAge: must be a duration from 1h to 366d/,
    ],
    [
      'a root that is stale between two refreshes',
      { ...tuf, refresh: { interval: '2h', maxAge: '2h' } },
      /\.refresh: interval must be shorter than maxAge/,
    ],
    [
      'a refresh in one word',
      { ...tuf, refresh: 'daily' },
      /\.refresh: must be an object with interval, maxAge/,
    ],
    ['GitHub without a file', { id: 'a', type: 'github' }, /gh attestation/],
  ])('refuses %s', (_, value, expected) => {
    expect(read(value).problems.join('\n')).toMatch(expected);
  });

  it('tells all that is wrong at once', () => {
    const { problems } = read({
      ...{ id: 'a', type: 'tuf', path: 'b', refresh: false },
      thresholds: { tlog: 0, timestamp: 0 },
    });
    expect(problems).toHaveLength(5);
  });
});
