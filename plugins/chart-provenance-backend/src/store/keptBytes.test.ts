import { gzipSync } from 'node:zlib';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { compress, decompress, MAX_STORED_BYTES } from './compress';
import { DatabaseChartStore } from './DatabaseChartStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const version = walkedVersion('1.0.0');
const subject = version.digest;
const layerOf = (word: string) => ({ digest: digestOf(word), size: 1 });

const PIECES: [string, Partial<Evidence>][] = [
  ['a bundle', { digest: digestOf('manifest'), layer: layerOf('bytes') }],
  [
    'a layer of cosign 2',
    {
      format: 'cosign-legacy',
      manifest: digestOf('manifest'),
      layer: layerOf('payload'),
    },
  ],
  [
    'a provenance file',
    { format: 'helm-provenance', manifest: subject, layer: layerOf('bytes') },
  ],
];

describe.each(databases.eachSupportedId())('bytes kept on %s', id => {
  let knex: Knex;
  let store: DatabaseChartStore;

  const keep = async (about: Partial<Evidence>) => {
    const clock = new TestClock();
    knex = await databases.init(id);
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    const { evidence, bytes } = walkedEvidence(subject, 'bytes');
    await record(store, clock, {
      versions: [version],
      tags: [tagAt('1.0.0', subject)],
      evidence: [{ evidence: { ...evidence, ...about }, bytes }],
    });
  };
  const kept = async () => {
    const [stored] = await store.evidenceToReverify(chartId, 'other material');
    return stored.bytes && Buffer.from(stored.bytes).toString();
  };

  it.each(PIECES)(
    'of %s are verified again only while they are what was read',
    async (_, about) => {
      await keep(about);
      expect(await kept()).toBe('bytes');
      await knex('evidence_bytes').update({ content: gzipSync('others') });
      expect(await kept()).toBeNull();
    },
  );

  it('that cannot be unpacked are fetched again, and stop nothing else', async () => {
    await keep({});
    await knex('evidence_bytes').update({ content: Buffer.from('no gzip') });
    expect(await kept()).toBeNull();
  });
});

it('costs the event loop little to keep and to give back, whatever publishers write', async () => {
  // Of all texts, gzip takes longest over those of few letters in no order.
  let seed = 1;
  const letters = Buffer.from('acgt');
  const dear = Buffer.alloc(MAX_STORED_BYTES).map(() => {
    seed = (seed * 48271) % 2147483647;
    return letters[seed % 4];
  });
  const before = process.threadCpuUsage();
  const content = await compress(dear);
  const bytes = content && (await decompress(content));
  const { user, system } = process.threadCpuUsage(before);
  expect(bytes?.byteLength).toBe(MAX_STORED_BYTES);
  expect((user + system) / 1000).toBeLessThan(50);
});
