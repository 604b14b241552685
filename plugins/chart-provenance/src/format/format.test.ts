import { TagHistory } from 'backstage-plugin-chart-provenance-common';
import { keylessSigner, minutesAgo } from '../__fixtures__/builders';
import { byteSize } from './byteSize';
import { policyProposal } from './policyProposal';
import { exactTime, relativeTime } from './relativeTime';
import { safeHref, safeHttpsHref } from './safeHref';
import { shortDigest } from './shortDigest';
import { sourceLinks } from './sourceLinks';
import { tagSentences } from './tagSentence';

/* eslint-disable no-script-url */
describe('safeHref', () => {
  it.each([
    ['https://github.com/acme', 'https://github.com/acme'],
    ['http://example.com/x', 'http://example.com/x'],
    ['javascript:alert(1)', undefined],
    ['JAVASCRIPT:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['data:text/html,<script>1</script>', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['/catalog', undefined],
    ['//evil.example', undefined],
    ['https://github.com@evil.example/', undefined],
    ['https://user:pass@evil.example/', undefined],
    ['https://github.com/a\tb', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j gives %j', (value, expected) => {
    expect(safeHref(value)).toBe(expected);
  });

  it('takes only https where it carries proof', () => {
    expect(safeHttpsHref('http://example.com/x')).toBeUndefined();
    expect(safeHttpsHref('https://example.com/x')).toBe(
      'https://example.com/x',
    );
  });
});

describe('sourceLinks', () => {
  const commit = 'a'.repeat(40);
  it.each([
    [
      'https://github.com/acme/x',
      commit,
      `https://github.com/acme/x/commit/${commit}`,
    ],
    [
      'https://gitlab.com/acme/x',
      commit,
      `https://gitlab.com/acme/x/-/commit/${commit}`,
    ],
    ['https://git.acme.example/x', commit, undefined],
    ['https://github.com/acme/x', '../../evil', undefined],
    ['http://github.com/acme/x', commit, undefined],
  ])('%s @ %s', (sourceRepository, sourceDigest, expected) => {
    const signer = { ...keylessSigner, sourceRepository, sourceDigest };
    expect(sourceLinks(signer).commit).toBe(expected);
  });
});

describe('exactTime', () => {
  it('is exact, and cheap enough for every row of a long table', () => {
    const making = jest.spyOn(Intl, 'DateTimeFormat');
    const slowly = jest.spyOn(Date.prototype, 'toLocaleString');
    const iso = '2026-11-23T06:14:15.000Z';
    expect(exactTime(iso)).toMatch(/2026.*15.*\(2026-11-23T06:14:15\.000Z\)$/);
    exactTime('2026-11-24T06:14:15.000Z');
    expect(making.mock.calls.length).toBeLessThan(2);
    expect(slowly).not.toHaveBeenCalled();
    jest.restoreAllMocks();
    expect(exactTime('yesterday')).toBe('yesterday');
  });
});

describe('relativeTime', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T11:58:00Z', '2 min ago'],
    ['2026-11-22T11:00:00Z', '1 hour ago'],
    ['2026-11-19T12:00:00Z', '3 days ago'],
    ['2026-09-01T12:00:00Z', '2 months ago'],
    ['2024-11-01T12:00:00Z', '2 years ago'],
    ['2026-11-22T12:05:00Z', 'in 5 min'],
    ['2026-11-22T12:00:10Z', 'in a moment'],
    ['not a time', 'unknown time'],
  ])('%s is %s', (iso, expected) => {
    expect(relativeTime(iso, now)).toBe(expected);
  });
});

describe('tagSentences', () => {
  const history = (
    change: TagHistory['observations'][number]['change'],
  ): TagHistory => ({
    tag: 'stable',
    observations: [
      {
        digest: 'sha256:new',
        version: '1.8.2',
        chartLayerDigest: null,
        firstSeenAt: minutesAgo(10),
        lastSeenAt: minutesAgo(1),
        change,
      },
      {
        digest: 'sha256:old',
        version: '1.8.1',
        chartLayerDigest: null,
        firstSeenAt: minutesAgo(30),
        lastSeenAt: minutesAgo(11),
        change: 'first',
      },
    ],
  });

  it.each([
    ['re-publish', 'the chart itself changed', true],
    ['rollback', 'then it moved back to the lower 1.8.2', true],
    ['re-push', 'the same chart was pushed again', false],
    ['forward', 'then it moved forward to 1.8.2', false],
    ['removed', 'then the tag was removed', false],
  ] as const)('%s: %s', (change, words, alarming) => {
    const [, before] = tagSentences(history(change));
    expect(before.verb).toBe('pointed at');
    expect(before.bound).toBe(' until');
    expect(before.then).toContain(words);
    expect(before.alarming).toBe(alarming);
  });

  it('does not say that a removed tag points anywhere', () => {
    const [now] = tagSentences(history('removed'));
    expect(now.verb).toContain('no longer exists');
    expect(tagSentences(history('forward'))[0].verb).toBe('points at');
  });
});

describe('policyProposal', () => {
  it('cannot be broken out of by a certificate', () => {
    const text = policyProposal('payments', {
      ...keylessSigner,
      subject: 'x"\n    - name: evil\n      anyOf: []',
    });
    expect(text.split('\n')).toHaveLength(8);
    expect(text).not.toMatch(/^\s*- name: evil/m);
  });
});

describe('shortDigest and byteSize', () => {
  it.each([
    [`sha256:4f1c${'0'.repeat(56)}9ae2`, '4f1c…9ae2'],
    [`sha512:4f1c${'0'.repeat(120)}9ae2`, 'sha512:4f1c…9ae2'],
    ['sha256:short', 'sha256:short'],
    ['nonsense', 'nonsense'],
  ])('%s is shown as %s', (digest, expected) => {
    expect(shortDigest(digest)).toBe(expected);
  });

  it.each([
    [812, '812 B'],
    [4_198, '4.1 KiB'],
    [2_097_152, '2.0 MiB'],
  ])('%d bytes are %s', (bytes, expected) => {
    expect(byteSize(bytes)).toBe(expected);
  });
});
