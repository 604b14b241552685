import { rejected, VERIFIED, type ExtraTag, type TagMove } from './release.ts';

/** Tags beside the one that each version has. */
export const EXTRA_TAGS: ExtraTag[] = [
  {
    chart: 'payments',
    tag: 'stable',
    version: '1.8.2',
    story: 'A floating tag on the newest release.',
    expected: VERIFIED,
  },
  {
    chart: 'checkout',
    tag: 'stable',
    version: '4.2.1',
    story:
      'A floating tag on the newest release, until `moves.json` rolls it back.',
    expected: VERIFIED,
  },
  {
    chart: 'checkout',
    tag: '4.3.0',
    version: '4.1.0',
    story: 'An old, genuine build of 4.1.0 offered under a newer version.',
    expected: rejected('name-or-version-mismatch'),
  },
];

/** What the demo does to tags after it has indexed them once. */
export const TAG_MOVES: TagMove[] = [
  {
    chart: 'checkout',
    tag: '4.2.0',
    at: '2026-11-18T18:27:02Z',
    to: { version: '4.2.0', rebuild: true },
    story:
      'The tag of a released version moves to another build with another chart in it, signed as well.',
    expected: VERIFIED,
  },
  {
    chart: 'checkout',
    tag: 'stable',
    at: '2026-11-19T06:12:45Z',
    to: { version: '4.1.0' },
    story: 'The floating tag goes back to a lower version.',
    expected: rejected('rollback'),
  },
];
