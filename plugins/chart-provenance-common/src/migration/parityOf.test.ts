import { ParityRow } from '../api/migrationTypes';
import { parityOf } from './parityOf';
import {
  digest,
  factsOf,
  layerOf,
  legacyFacts,
  legacyVersion,
  manifestOf,
  published,
} from './testing/facts';
import { LegacyVersion, MigrationFacts, PublishedVersion } from './types';

const VANISHED = { present: false, vanishedAt: '2026-11-20T00:00:00Z' };

function rowsOf(extra: Partial<MigrationFacts>): ParityRow[] {
  return parityOf(factsOf(extra))?.rows ?? [];
}

/** The row of the one version that is in both lists. */
function row(
  versions: PublishedVersion[],
  legacy: LegacyVersion[],
  extra: Partial<MigrationFacts> = {},
): ParityRow | undefined {
  return rowsOf({
    consumers: [],
    versions,
    legacy: legacyFacts({ versions: legacy }),
    ...extra,
  })[0];
}

describe('parityOf', () => {
  it('holds the index against the chart layer, never against the manifest', () => {
    expect(row([published('1.0.0')], [legacyVersion('1.0.0')])).toEqual({
      version: '1.0.0',
      state: 'same',
      legacyDigest: layerOf('1.0.0'),
      chartLayerDigest: layerOf('1.0.0'),
      digest: manifestOf('1.0.0'),
      supported: true,
      note: null,
    });
    const manifest = legacyVersion('1.0.0', { digest: manifestOf('1.0.0') });
    expect(row([published('1.0.0')], [manifest])?.state).toBe('differs');
  });

  const [one, entry] = [published('1.0.0'), legacyVersion('1.0.0')];
  it.each<[string, PublishedVersion[], LegacyVersion[], Partial<ParityRow>]>([
    [
      'only in the registry',
      [one],
      [],
      { state: 'onlyOci', legacyDigest: null },
    ],
    [
      'only in the legacy repository',
      [],
      [entry],
      { state: 'onlyLegacy', digest: null },
    ],
    [
      'an index without a digest',
      [one],
      [{ ...entry, digest: null }],
      {
        state: 'unverifiable',
        note: 'The legacy index names no digest for it.',
      },
    ],
    [
      'a digest of another kind',
      [one],
      [{ ...entry, digest: 'md5:00' }],
      {
        state: 'unverifiable',
        note: 'The legacy index names no digest for it.',
      },
    ],
    [
      'an archive that could not be read',
      [{ ...one, chartLayerDigest: null }],
      [entry],
      {
        state: 'unverifiable',
        note: 'Its chart archive in the registry could not be read.',
      },
    ],
    [
      'an index that lists it twice, differently',
      [one],
      [entry, { ...entry, digest: digest('e') }],
      {
        state: 'unverifiable',
        note: 'The legacy index lists it 2 times, with different digests.',
      },
    ],
    [
      'an index that lists it twice, alike',
      [one],
      [entry, entry],
      { state: 'same', note: null },
    ],
    [
      'a build number, as the tag has it',
      [published('1.0.0+b_1')],
      [legacyVersion('1.0.0_b+1', { digest: layerOf('1.0.0+b_1') })],
      { state: 'same' },
    ],
    [
      'pushed twice with the same archive',
      [one, { ...one, digest: digest('c') }],
      [entry],
      { state: 'same', note: null },
    ],
    [
      'published again, and what was is what is',
      [
        {
          ...one,
          digest: digest('c'),
          chartLayerDigest: digest('d'),
          tags: [],
        },
        one,
      ],
      [entry],
      {
        state: 'same',
        digest: one.digest,
        note: 'It was published 2 times with different bytes: the other archive is dddddddddddd….',
      },
    ],
    [
      'published again with other bytes',
      [
        { ...one, digest: digest('c'), chartLayerDigest: digest('d') },
        { ...one, tags: [] },
      ],
      [entry],
      {
        state: 'differs',
        digest: digest('c'),
        note: 'The registry had the same bytes once, and the version was published again with others.',
      },
    ],
    [
      'vanished, the same',
      [one],
      [{ ...entry, ...VANISHED }],
      {
        state: 'onlyOci',
        legacyDigest: null,
        note: 'The legacy index listed it until 2026-11-20, with the same bytes.',
      },
    ],
    [
      'vanished, with other bytes',
      [one],
      [{ ...entry, ...VANISHED, digest: digest('e') }],
      {
        state: 'onlyOci',
        note: expect.stringMatching(
          /until 2026-11-20, with other bytes \(sha256:e/,
        ),
      },
    ],
  ])('%s', (_, versions, legacy, expected) => {
    expect(row(versions, legacy)).toMatchObject(expected);
  });

  it('does not take another spelling for the same version', () => {
    const rows = rowsOf({
      versions: [published('v1.0.0')],
      legacy: legacyFacts({ versions: [legacyVersion('1.0.0')] }),
    });
    expect(rows.map(({ state }) => state)).toEqual(['onlyLegacy', 'onlyOci']);
  });

  it('leaves out what is nowhere any more', () => {
    const versions = [legacyVersion('1.0.0', VANISHED)];
    expect(rowsOf({ versions: [], legacy: legacyFacts({ versions }) })).toEqual(
      [],
    );
  });

  it('says nothing of an index that was never read', () => {
    const report = parityOf(
      factsOf({ legacy: legacyFacts({ readAt: null, versions: [] }) }),
    );
    expect(report).toMatchObject({
      readAt: null,
      rows: [],
      counts: { onlyOci: 0, unverifiable: 0 },
    });
    expect(parityOf(factsOf({ legacy: null }))).toBeNull();
  });

  it('does not say that a place lacks what it was not asked for', () => {
    const extra = {
      consumers: [],
      legacy: legacyFacts({ stale: true, versions: [] }),
    };
    expect(rowsOf(extra).map(({ state }) => state)).toEqual([
      'unverifiable',
      'unverifiable',
    ]);
    const index = { ...factsOf().index, state: 'failed' as const };
    expect(rowsOf({ versions: [], index }).map(({ state }) => state)).toEqual([
      'unverifiable',
      'unverifiable',
    ]);
    expect(
      rowsOf({ versions: [], versionsComplete: false }).map(
        ({ state }) => state,
      ),
    ).toEqual(['unverifiable', 'unverifiable']);
  });

  it('has everything as gone from an index that is gone', () => {
    const legacy = legacyFacts({ goneSince: '2026-11-21T00:00:00Z' });
    expect(rowsOf({ legacy })).toMatchObject([
      {
        state: 'onlyOci',
        note: 'The legacy index listed it until 2026-11-21, with the same bytes.',
      },
      { state: 'onlyOci' },
    ]);
  });

  it('reads 15,000 entries at once, and shows the newest 1,000', () => {
    const names = Array.from({ length: 15_000 }, (_, n) => `0.${n}.0`);
    const report = parityOf(
      factsOf({
        versions: names.slice(0, 5_000).map(name => published(name)),
        legacy: legacyFacts({
          versions: names.map(name => legacyVersion(name)),
        }),
      }),
    );
    expect(report?.counts).toMatchObject({ same: 5_000, onlyLegacy: 10_000 });
    expect(report?.rows).toHaveLength(1_000);
    expect(report?.rows[0].version).toBe('0.14999.0');
    expect(report?.more).toBe(14_000);
  });
});
