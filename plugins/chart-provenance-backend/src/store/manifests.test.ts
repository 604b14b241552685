import { Knex } from 'knex';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  presenceJudge,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedLayer,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { encodeLayer } from '../evidence';
import { WalkedEvidence } from '../walk/types';
import { MAX_STORED_BYTES } from './compress';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const version = walkedVersion('1.0.0');
const subject = version.digest;

describe.each(databases.eachSupportedId())('manifests on %s', id => {
  let knex: Knex;
  let store: DatabaseChartStore;
  const clock = new TestClock();

  beforeEach(async () => {
    knex = await databases.init(id);
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    await record(store, clock, {
      versions: [version],
      tags: [tagAt('1.0.0', subject)],
      evidence: [
        walkedLayer(subject, 'a', 'first'),
        walkedLayer(subject, 'b', 'first'),
      ],
      referrers: [{ subject, digests: [digestOf('first')] }],
    });
  });

  const walkSees = (
    manifests: string[],
    evidence: WalkedEvidence[] = [],
    options: Parameters<typeof record>[3] = {},
  ) =>
    record(
      store,
      clock,
      {
        tags: [tagAt('1.0.0', subject)],
        evidence,
        referrers: [{ subject, digests: manifests.map(digestOf) }],
      },
      options,
    );
  const shown = async () => {
    const detail = await store.versionDetail(chartId, subject);
    return detail?.evidence
      .map(({ digest, manifest, present }) => [digest, manifest, present])
      .sort();
  };
  const rows = (...of: [string, string, boolean][]) =>
    of
      .map(([word, manifest, present]) => [
        digestOf(word),
        digestOf(manifest),
        present,
      ])
      .sort();

  it('are what is known; each of their layers has bytes of its own', async () => {
    const known = await store.known(chartId);
    expect(known.evidence).toEqual(
      new Map([[subject, new Set([digestOf('first')])]]),
    );
    expect(known.referrersReadAt.has(subject)).toBe(true);
    for (const word of ['a', 'b']) {
      const content = await store.evidenceBytes(
        chartId,
        subject,
        digestOf(word),
      );
      expect(Buffer.from(content?.bytes ?? []).toString()).toBe(word);
    }
  });

  it('take all their layers along when they are gone, and back', async () => {
    await walkSees([]);
    expect(await shown()).toEqual(
      rows(['a', 'first', false], ['b', 'first', false]),
    );
    await walkSees(['first']);
    expect(await shown()).toEqual(
      rows(['a', 'first', true], ['b', 'first', true]),
    );
  });

  it('replace one another when a tag moves', async () => {
    const moved = [
      walkedLayer(subject, 'a2', 'second'),
      walkedLayer(subject, 'c', 'second'),
    ];
    const judge = presenceJudge(clock);
    await walkSees(['second'], moved, { judge });
    expect(await shown()).toEqual(
      rows(
        ['a', 'first', false],
        ['b', 'first', false],
        ['a2', 'second', true],
        ['c', 'second', true],
      ),
    );
    expect(
      judge.asked
        .at(-1)
        ?.evidence.map(({ digest }) => digest)
        .sort(),
    ).toEqual([digestOf('a2'), digestOf('c')].sort());
  });

  it('that take a layer over have it in place of the earlier one', async () => {
    const same = (word: string, manifest: string) => {
      const walked = walkedLayer(subject, word, manifest);
      return { ...walked, evidence: { ...walked.evidence, contents: 'same' } };
    };
    await walkSees(
      ['second'],
      [same('x2', 'second'), walkedLayer(subject, 'y2', 'second')],
    );
    const since = clock.iso;
    clock.advance(60_000);
    await walkSees(['third'], [same('x3', 'third')]);
    expect((await shown())?.filter(([, , present]) => present)).toEqual(
      rows(['x3', 'third', true]),
    );
    const seen = await shown();
    expect(seen).not.toContainEqual([
      digestOf('x2'),
      digestOf('second'),
      false,
    ]);
    expect(seen).toContainEqual([digestOf('y2'), digestOf('second'), false]);
    const detail = await store.versionDetail(chartId, subject);
    expect(
      detail?.evidence.find(({ digest }) => digest === digestOf('x3')),
    ).toMatchObject({ firstSeenAt: since });
    // What is left of the second manifest is not all of it: it would have to be read again.
    expect((await store.known(chartId)).evidence.get(subject)).toEqual(
      new Set([digestOf('first'), digestOf('third')]),
    );
    await walkSees(
      ['second'],
      [same('x2', 'second'), walkedLayer(subject, 'y2', 'second')],
    );
    expect((await shown())?.filter(([, , present]) => present)).toEqual(
      rows(['x2', 'second', true], ['y2', 'second', true]),
    );
  });

  it('that were read anew keep nothing of the earlier reading', async () => {
    await walkSees(
      ['first'],
      [walkedLayer(subject, 'b', 'first'), walkedLayer(subject, 'c', 'first')],
    );
    expect(await shown()).toEqual(
      rows(['b', 'first', true], ['c', 'first', true]),
    );
  });

  it('that an older replica noted meanwhile are read, and its note is taken back', async () => {
    const noted = walkedEvidence(subject, 'noted');
    await walkSees(['first', 'noted'], [noted]);
    // It knows nothing of manifests.
    await knex('evidence')
      .where('digest', digestOf('noted'))
      .update('manifest', '');
    expect((await store.known(chartId)).evidence.get(subject)).not.toContain(
      digestOf('noted'),
    );
    await walkSees(['first', 'noted'], [walkedLayer(subject, 'c', 'noted')]);
    expect(await shown()).toEqual(
      rows(['a', 'first', true], ['b', 'first', true], ['c', 'noted', true]),
    );
  });

  it('that could not be read are waited for', async () => {
    const judge = presenceJudge(clock);
    await walkSees(['first', 'second'], [], { judge });
    expect(judge.asked.at(-1)?.undecoded).toEqual([digestOf('second')]);
    expect((await store.known(chartId)).referrersReadAt.has(subject)).toBe(
      false,
    );
  });

  it('are read again while any of their layers waits for bytes', async () => {
    const awaitingBytes = [{ subject, digest: digestOf('a') }];
    const judge = presenceJudge(clock);
    await store.rejudge(chartId, { verified: [], awaitingBytes }, judge);
    const known = await store.known(chartId);
    expect(known.evidence.get(subject)).toBeUndefined();
    expect(known.referrersReadAt.has(subject)).toBe(false);
    expect(judge.asked[0].awaitingBytes).toEqual([digestOf('a')]);
    // What is gone is not waited for.
    await walkSees([]);
    expect((await store.known(chartId)).referrersReadAt.has(subject)).toBe(
      true,
    );
  });

  it('that a signature tag named are gone with it, even where it named the chart itself', async () => {
    const tagged = walkedEvidence(subject, '1.0.0');
    expect(tagged.evidence.digest).toBe(subject);
    await walkSees(['1.0.0'], [tagged]);
    const present = async () =>
      (await store.versionDetail(chartId, subject))?.evidence.find(
        ({ digest }) => digest === subject,
      )?.present;
    expect(await present()).toBe(true);
    await walkSees([]);
    expect(await present()).toBe(false);
  });

  it('that are the chart itself are never listed, and never gone', async () => {
    const file = walkedEvidence(subject, 'prov');
    const evidence = { ...file.evidence, manifest: subject };
    await record(store, clock, {
      tags: [tagAt('1.0.0', subject)],
      evidence: [{ ...file, evidence }],
      referrers: [{ subject, digests: [subject] }],
    });
    await walkSees([]);
    expect(
      (await store.versionDetail(chartId, subject))?.evidence.find(
        ({ digest }) => digest === digestOf('prov'),
      ),
    ).toMatchObject({ manifest: subject, present: true });
  });
});

it('keeps a layer that signs 256 KiB, however its annotations are written', () => {
  const layer = {
    mediaType: 'application/vnd.dsse.envelope.v1+json',
    digest: digestOf('payload'),
    size: 256 * 1024,
    annotations: { note: '\u0000'.repeat(64 * 1024) },
  };
  const kept = encodeLayer(digestOf('x'), layer, new Uint8Array(256 * 1024));
  expect(MAX_STORED_BYTES).toBeGreaterThanOrEqual(kept.length);
});
