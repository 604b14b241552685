import { ChartRepository, COSIGN_SIGN } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import {
  ServedRepository,
  serveRepository,
} from './__testUtils__/servedRepository';
import { KnownChart } from './types';
import { walkRepository } from './walkRepository';
import { WalkOptions } from './options';

const NOW = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

describe.each([
  ['with the referrers API', true],
  ['with fallback tags only', false],
])('walkRepository, %s', (_, referrersApi) => {
  let charts: ChartRepository;
  let served: ServedRepository;

  beforeEach(async () => {
    charts = new ChartRepository();
    served = await serveRepository(charts.store, {
      referrersApi,
      tagsPerPage: 2,
    });
  });
  afterEach(() => served.close());

  const walk = (
    known: KnownChart = nothingKnown(),
    options: Partial<WalkOptions> = {},
  ) => walkRepository(served.target, known, { now: () => NOW, ...options });

  it('reads versions, tags and evidence, and never a chart archive', async () => {
    const old = await charts.chart('1.0.0');
    const signed = await charts.chart('1.1.0+build.7');
    await charts.store.tag(signed, 'stable');
    const signature = await charts.attachBundle(signed);
    const sbom = await charts.attachBundle(signed, 'https://spdx.dev/Document');
    const result = await walk();
    expect(result).toMatchObject({
      tagsComplete: true,
      problems: [],
      tags: [
        { tag: '1.0.0', digest: old.digest, resolvedNow: true },
        { tag: '1.1.0_build.7', digest: signed.digest, resolvedNow: true },
        { tag: 'stable', digest: signed.digest, resolvedNow: true },
      ],
      startedAt: NOW.toISOString(),
    });
    expect(
      result.versions.map(({ name, version, publishedAt, problem }) => [
        name,
        version,
        publishedAt,
        problem,
      ]),
    ).toEqual(
      [old, signed]
        .sort((a, b) => (a.digest < b.digest ? -1 : 1))
        .map(({ digest }) => [
          'payments',
          digest === old.digest ? '1.0.0' : '1.1.0+build.7',
          '2026-10-01T10:00:00.000Z',
          undefined,
        ]),
    );
    expect(
      result.evidence.map(({ evidence: { digest, kind, predicateType } }) => [
        digest,
        kind,
        predicateType,
      ]),
    ).toEqual(
      [
        [signature.digest, 'signature', COSIGN_SIGN],
        [sbom.digest, 'sbom', 'https://spdx.dev/Document'],
      ].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    );
    expect(result.evidence.every(({ bytes }) => bytes?.length)).toBe(true);
    const paths = served.takePaths().join('\n');
    charts.archives.forEach(digest => expect(paths).not.toContain(digest));
    expect(await walk()).toEqual(result);
  });

  it('asks again only for pages of tags, hot tags, and referrers', async () => {
    const chart = await charts.chart('1.0.0');
    await charts.attachBundle(chart);
    const known = knownAfter(await walk());
    served.takePaths();
    const again = await walk(known);
    expect(again).toMatchObject({ versions: [], evidence: [], problems: [] });
    expect(again.referrers).toHaveLength(1);
    expect(
      served.takePaths().filter(path => /blobs|manifests\/sha256:/.test(path)),
    ).toEqual([]);
  });

  it('resolves the newest, the floating, the asked-for and the lately moved tags, and carries the others over', async () => {
    for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0-rc.1']) {
      await charts.chart(version);
    }
    await charts.chart('1.3.0', { tag: 'latest' });
    const known = knownAfter(await walk());
    const moved = known.tags.get('1.1.0');
    known.tags.set('1.1.0', {
      digest: moved?.digest ?? '',
      resolvedAt: NOW.toISOString(),
      movedAt: hours(-24).toISOString(),
    });
    const hot = { newest: 2, always: new Set(['1.0.0']) };
    const resolved = (await walk(known, { hot })).tags
      .filter(({ resolvedNow }) => resolvedNow)
      .map(({ tag }) => tag);
    expect(resolved).toEqual([
      '1.0.0',
      '1.1.0',
      '1.3.0',
      '1.4.0-rc.1',
      'latest',
    ]);
    const later = await walk(known, { hot, now: () => hours(25) });
    expect(later.tags.every(({ resolvedNow }) => resolvedNow)).toBe(true);
  });

  it('sees a moved tag, a removed one, and what is new behind them', async () => {
    await charts.chart('1.0.0');
    const known = knownAfter(await walk());
    known.tags.set('0.9.0', {
      digest: `sha256:${'0'.repeat(64)}`,
      resolvedAt: NOW.toISOString(),
    });
    const rebuilt = await charts.chart('1.0.1', { tag: '1.0.0' });
    const { tags, versions, tagsComplete } = await walk(known);
    expect(tagsComplete).toBe(true);
    expect(tags).toEqual([
      { tag: '1.0.0', digest: rebuilt.digest, resolvedNow: true },
    ]);
    expect(versions.map(({ version }) => version)).toEqual(['1.0.1']);
  });

  it('lists referrers of the newest, of those never read, and of the others once a day', async () => {
    const old = await charts.chart('1.0.0');
    const mid = await charts.chart('1.1.0');
    const newest = await charts.chart('1.2.0');
    const known = knownAfter(await walk());
    known.referrersReadAt.delete(mid.digest);
    await charts.attachBundle(old);
    const referrers = { newest: 1 };
    const soon = await walk(known, { referrers });
    expect(soon.referrers.map(({ subject }) => subject)).toEqual(
      [mid.digest, newest.digest].sort(),
    );
    const later = await walk(known, { referrers, now: () => hours(25) });
    expect(later.evidence).toHaveLength(1);
  });

  it('reads on every walk what was listed but not decoded', async () => {
    const old = await charts.chart('1.0.0');
    await charts.attachBundle(old);
    served.registry.setFaults([
      { match: { path: /\/blobs\// }, fault: { kind: 'status', status: 500 } },
    ]);
    const first = await walk({
      ...nothingKnown(),
      versions: new Set([old.digest]),
    });
    expect(first.evidence).toEqual([]);
    expect(first.referrers[0].digests).toHaveLength(1);
    served.registry.setFaults([]);
    const known = { ...knownAfter(first), versions: new Set([old.digest]) };
    const again = await walk(known, { referrers: { newest: 0 } });
    expect(again.evidence).toHaveLength(1);
  });

  it('reports signature tags at something else as evidence that is not read, and as no version', async () => {
    const chart = await charts.chart('1.0.0');
    const hex = chart.digest.slice('sha256:'.length);
    const attached: string[] = [];
    for (const suffix of ['sig', 'att', 'sbom']) {
      const other = await charts.chart(`0.0.0-${suffix}`, { tag: null });
      await charts.store.tag(other, `sha256-${hex}.${suffix}`);
      attached.push(other.digest);
    }
    const { tags, evidence, referrers } = await walk();
    expect(tags.map(({ tag }) => tag)).toEqual(['1.0.0']);
    expect(evidence.map(each => each.evidence.kind).sort()).toEqual([
      'attestation',
      'sbom',
      'signature',
    ]);
    expect(evidence[0].evidence).toMatchObject({
      subject: chart.digest,
      format: 'unknown',
      problem: { code: 'unsupported-format' },
    });
    expect(
      referrers.find(({ subject }) => subject === chart.digest)?.digests,
    ).toEqual(attached.sort());
  });

  it('takes several signature tags at one manifest for a signature', async () => {
    const chart = await charts.chart('1.0.0');
    const other = await charts.chart('0.0.0', { tag: null });
    for (const suffix of ['sig', 'att', 'sbom']) {
      const tag = `${chart.digest.replace(':', '-')}.${suffix}`;
      await charts.store.tag(other, tag);
    }
    const { evidence } = await walk();
    expect(
      evidence.map(({ evidence: { digest, kind } }) => [digest, kind]),
    ).toEqual([[other.digest, 'signature']]);
  });
});
