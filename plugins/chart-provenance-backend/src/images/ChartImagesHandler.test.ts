import { OrasError, ReadOnlyTarget } from 'chart-provenance-oras';
import { consumerRow } from '../__testUtils__/attackedMigration';
import {
  ChartRecord,
  Lease,
  MatteringVersion,
  RecordedImages,
  Reschedule,
} from '../store';
import { PAYMENTS } from '../store/__testUtils__/walkFixtures';
import { ChartRepository } from '../walk/__testUtils__/ChartRepository';
import { makeArchive, makeChart } from './__testUtils__/makeArchive';
import { ArchiveReader } from './ArchiveReader';
import { ChartImagesHandler } from './ChartImagesHandler';
import { ImageRules } from './ImageRules';
import { Renderer, Rendering } from './render/HelmRenderer';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const DAY = 24 * 60 * 60 * 1000;
const never = new AbortController().signal;
const lease: Lease = {
  key: `images:${PAYMENTS.chartId}`,
  kind: 'images',
  host: 'images:ghcr.io',
  token: 't',
  attempts: 0,
  failingSince: null,
};
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{image: ghcr.io/acme/app:1}]}';

describe('ChartImagesHandler', () => {
  let now: Date;
  let stored: MatteringVersion;
  let target: ReadOnlyTarget;
  let repository: ChartRepository;
  let rendering: Rendering;
  let renderer: Renderer & { render: jest.Mock };
  const openTarget = jest.fn();
  const consumersOf = jest.fn(async () => [consumerRow()]);
  const store = {
    readChart: jest.fn(async (): Promise<ChartRecord | undefined> => PAYMENTS),
    versionsThatMatter: jest.fn(async () => [stored]),
    recordImages: jest.fn(),
    retire: jest.fn(),
  };

  beforeEach(() => {
    jest.clearAllMocks();
    now = new Date('2026-11-23T12:00:00.000Z');
    repository = new ChartRepository();
    target = repository.store;
    openTarget.mockImplementation(() => target);
    rendering = { manifests: POD };
    renderer = { id: 'helm', render: jest.fn(async () => rendering) };
  });

  async function push(archive: Buffer, size = archive.length) {
    const layer = await repository.put(
      'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
      archive,
    );
    const config = await repository.putJson(
      'application/vnd.cncf.helm.config.v1+json',
      {},
    );
    const { digest } = await repository.putJson(MANIFEST, {
      ...{ schemaVersion: 2, config, layers: [{ ...layer, size }] },
    });
    const unread = { archive: null, sbom: null, annotation: null };
    stored = { digest, name: 'payments', ...unread };
  }

  /** What is written, which the next look finds. */
  async function handle(
    archives: 'rendered' | 'values' | 'unread' = 'rendered',
  ) {
    const reader = { rendered: renderer, values: null }[
      archives === 'unread' ? 'values' : archives
    ];
    const handler = new ChartImagesHandler({
      rules: new ImageRules([
        {
          pattern: 'ghcr.io/acme/*',
          host: 'ghcr.io',
          segments: [{ kind: 'literal', text: 'acme' }, { kind: 'any' }],
          policy: 'release',
          source: null,
        },
      ]),
      archives:
        archives === 'unread'
          ? null
          : new ArchiveReader({ renderer: reader, now: () => now }),
      store,
      consumers: { consumersOf },
      openTarget,
      schedule: { intervalMs: 60_000 },
      now: () => now,
      random: () => 0.5,
    });
    await handler.handle(lease, never);
    const [, [written], repositories, , next]: [
      string,
      RecordedImages[],
      { name: string }[],
      Lease,
      Reschedule,
    ] = store.recordImages.mock.lastCall;
    stored = { ...stored, archive: written.archive };
    return { written, repositories, next };
  }

  it('reads an archive once, and gives repositories that a rule names their work', async () => {
    await push(makeChart({ 'values.yaml': 'image: quay.io/other/app:1' }));
    const { written, repositories, next } = await handle();
    expect(written.chosen).toMatchObject({
      from: 'rendered',
      items: [{ name: 'ghcr.io/acme/app', usedBy: ['Pod/a'] }],
    });
    expect(repositories).toEqual([
      { name: 'ghcr.io/acme/app', host: 'ghcr.io' },
    ]);
    expect(next.problem).toBeNull();
    openTarget.mockClear();
    expect((await handle()).written.chosen.from).toBe('rendered');
    expect(openTarget).not.toHaveBeenCalled();
    expect(renderer.render).toHaveBeenCalledTimes(1);
    // With other settings it is another reading.
    const other = await handle('values');
    expect(other.written.chosen).toMatchObject({
      from: 'values',
      items: [{ name: 'quay.io/other/app' }],
    });
    expect(other.repositories).toEqual([]);
  });

  it('gives at most 100 repositories their work', async () => {
    const containers = Array.from(
      { length: 150 },
      (_, at) => `{image: ghcr.io/acme/app-${at}:1}`,
    );
    rendering = {
      manifests: `kind: Pod\napiVersion: v1\nspec: {containers: [${containers}]}`,
    };
    await push(makeChart({}));
    const { written, repositories } = await handle();
    expect(written.chosen.items).toHaveLength(150);
    expect(repositories).toHaveLength(100);
  });

  it('asks for the versions that consumers run or ask for', async () => {
    await push(makeChart({}));
    const since = { since: null, verdict: null, note: null };
    consumersOf.mockResolvedValueOnce([
      consumerRow({
        wants: { version: '1.0.0', digest: 'sha256:a' },
        runs: { version: '0.9.0', digest: 'sha256:b', ...since },
      }),
    ]);
    await handle();
    expect(store.versionsThatMatter).toHaveBeenCalledWith(PAYMENTS.chartId, {
      newest: 3,
      digests: ['sha256:b', 'sha256:a'],
      versions: ['0.9.0', '1.0.0'],
      limit: 20,
    });
  });

  it('fetches no archive where none is to be read', async () => {
    await push(makeChart({}));
    expect((await handle('unread')).written.archive).toBeNull();
    expect(openTarget).not.toHaveBeenCalled();
  });

  it('runs nothing on an archive that it refuses, and never fetches it again', async () => {
    await push(makeArchive([{ path: '/etc/passwd' }]));
    const { written } = await handle();
    expect(written.chosen).toMatchObject({
      from: null,
      problem: expect.stringMatching(/leads out of the chart’s folder/),
    });
    expect(renderer.render).not.toHaveBeenCalled();
    openTarget.mockClear();
    now = new Date(now.getTime() + 10 * DAY);
    await handle();
    expect(openTarget).not.toHaveBeenCalled();
  });

  it('does not fetch an archive that is too large', async () => {
    const size = 999_999_999;
    await push(makeChart({}), size);
    const fetch = jest.spyOn(repository.store, 'fetch');
    expect((await handle()).written.chosen.problem).toMatch(
      /has 999999999 bytes; at most 16777216/,
    );
    expect(fetch.mock.calls.filter(([one]) => one.size === size)).toEqual([]);
  });

  it('tries again where the registry failed, and keeps what it had', async () => {
    await push(makeChart({}));
    target = Object.assign(Object.create(repository.store), {
      fetch: () => {
        throw new OrasError('network', 'No answer');
      },
    });
    const failed = await handle();
    expect(failed.written.archive).toBeNull();
    expect(failed.next.problem).toMatchObject({ code: 'registry-unreachable' });
    target = repository.store;
    expect((await handle()).written.chosen.from).toBe('rendered');
  });

  it('renders again after a day what took too long, and what failed never', async () => {
    await push(makeChart({}));
    rendering = { problem: 'It took too long.', mayPass: true };
    expect((await handle()).written.chosen.problem).toBe('It took too long.');
    now = new Date(now.getTime() + DAY / 2);
    await handle();
    expect(renderer.render).toHaveBeenCalledTimes(1);
    now = new Date(now.getTime() + DAY);
    rendering = { problem: 'It is wrong.', mayPass: false };
    await handle();
    expect(renderer.render).toHaveBeenCalledTimes(2);
    now = new Date(now.getTime() + 10 * DAY);
    expect((await handle()).written.chosen.problem).toBe('It is wrong.');
    expect(renderer.render).toHaveBeenCalledTimes(2);
  });

  it('is done with a chart that is gone, or may not be read any more', async () => {
    store.readChart.mockResolvedValueOnce(undefined);
    await push(makeChart({}));
    await expect(handle()).rejects.toThrow();
    expect(store.retire).toHaveBeenCalledWith(lease);
    expect(store.recordImages).not.toHaveBeenCalled();
  });
});
