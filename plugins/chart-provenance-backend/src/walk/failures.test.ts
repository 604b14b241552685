import { Fault, FaultRule } from 'chart-provenance-dev-registry';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import {
  ServedRepository,
  serveRepository,
} from './__testUtils__/servedRepository';
import { KnownChart, WalkResult } from './types';
import { walkRepository } from './walkRepository';

const now = () => new Date('2026-11-22T12:00:00Z');

describe.each([
  ['with the referrers API', true],
  ['with fallback tags only', false],
])('a registry that fails, %s', (_, referrersApi) => {
  let charts: ChartRepository;
  let served: ServedRepository;
  let before: WalkResult;

  const walk = (known: KnownChart) =>
    walkRepository(served.target, known, { now });

  beforeEach(async () => {
    charts = new ChartRepository();
    served = await serveRepository(charts.store, {
      referrersApi,
      tagsPerPage: 2,
    });
    const chart = await charts.chart('1.0.0');
    await charts.attachBundle(chart);
    before = await walk(nothingKnown());
  });
  afterEach(() => served.close());

  const walkWith = (fault: Fault, path: RegExp, more?: Partial<FaultRule>) => {
    served.registry.setFaults([{ match: { path }, fault, ...more }]);
    return walk(knownAfter(before));
  };

  const listings: [string, Fault, ReasonCode][] = [
    ['401', { kind: 'status', status: 401 }, 'registry-denied'],
    ['403', { kind: 'status', status: 403 }, 'registry-denied'],
    [
      '404 after it was seen',
      { kind: 'status', status: 404 },
      'registry-denied',
    ],
    ['429', { kind: 'status', status: 429, retryAfter: 7 }, 'registry-limited'],
    ['500', { kind: 'status', status: 500 }, 'registry-unreachable'],
    ['silence', { kind: 'hang' }, 'registry-unreachable'],
    ['a reset', { kind: 'reset' }, 'registry-unreachable'],
    ['broken JSON', { kind: 'malformed' }, 'registry-misbehaved'],
    ['endless bytes', { kind: 'oversize' }, 'registry-misbehaved'],
    [
      'the same page for ever',
      { kind: 'link', next: 'loop' },
      'registry-misbehaved',
    ],
    [
      'a redirect elsewhere',
      { kind: 'redirect', location: 'http://127.0.0.1:1/' },
      'registry-misbehaved',
    ],
  ];

  it.each(listings)(
    '%s for tags: everything known stays',
    async (_name, fault, code) => {
      const result = await walkWith(fault, /tags\/list$/);
      expect(result.tagsComplete).toBe(false);
      expect(
        result.problems.map(problem => [problem.code, problem.at]),
      ).toEqual([[code, undefined]]);
      expect(result.tags.map(({ tag, digest }) => [tag, digest])).toEqual(
        before.tags.map(({ tag, digest }) => [tag, digest]),
      );
      expect(
        result.referrers.filter(({ digests }) => digests.length === 0),
      ).toEqual([]);
    },
  );

  it('a second page of tags that fails: what is missing is not removed', async () => {
    for (const version of ['1.1.0', '1.2.0', '1.3.0']) {
      await charts.chart(version);
    }
    before = await walk(nothingKnown());
    let pages = 0;
    served.registry.setFaults([
      {
        match: ({ path }) => /tags\/list$/.test(path) && ++pages > 1,
        fault: { kind: 'status', status: 502 },
      },
    ]);
    const result = await walk(knownAfter(before));
    expect(result.tagsComplete).toBe(false);
    expect(result.tags).toHaveLength(4);
    expect(result.problems[0].code).toBe('registry-unreachable');
  });

  it('a second page of tags that fails: nothing is said of what signature tags attach', async () => {
    const chart = await charts.chart('1.1.0');
    const signature = await charts.chart('0.0.0', { tag: null });
    await charts.store.tag(signature, `${chart.digest.replace(':', '-')}.sig`);
    let pages = 0;
    served.registry.setFaults([
      {
        match: ({ path }) => /tags\/list$/.test(path) && ++pages > 1,
        fault: { kind: 'status', status: 502 },
      },
    ]);
    const result = await walk(knownAfter(before));
    expect(result.versions.map(({ digest }) => digest)).toEqual([chart.digest]);
    // An empty list would be a look that found nothing: the chart would be called unsigned.
    expect(result.referrers).toEqual([]);
  });

  it.each<[string, Fault, ReasonCode]>([
    ['403', { kind: 'status', status: 403 }, 'registry-denied'],
    ['503', { kind: 'status', status: 503 }, 'registry-unreachable'],
    ['broken JSON', { kind: 'malformed' }, 'registry-misbehaved'],
  ])(
    '%s for referrers: nothing is said about the subject',
    async (_name, fault, code) => {
      const result = await walkWith(
        fault,
        /referrers\/sha256:|manifests\/sha256-/,
      );
      expect(result.referrers).toEqual([]);
      expect(result.problems).toMatchObject([
        { code, at: before.versions[0].digest },
      ]);
    },
  );

  it('a hot tag that cannot be resolved keeps its digest', async () => {
    const result = await walkWith(
      { kind: 'status', status: 500 },
      /manifests\/1\.0\.0$/,
    );
    expect(result.tags).toEqual([
      { tag: '1.0.0', digest: before.versions[0].digest, resolvedNow: false },
    ]);
    expect(result.problems).toMatchObject([
      { code: 'registry-unreachable', at: '1.0.0' },
    ]);
  });

  it.each<[string, Fault]>([
    ['altered bytes', { kind: 'digest', alterBytes: true }],
    ['a cut body', { kind: 'truncate' }],
    ['500', { kind: 'status', status: 500 }],
  ])(
    'a config blob with %s: the version is not known yet',
    async (_name, fault) => {
      const chart = await charts.chart('1.1.0');
      const result = await walkWith(fault, /blobs\//);
      expect(result.versions).toEqual([]);
      expect(result.tags).toContainEqual({
        tag: '1.1.0',
        digest: chart.digest,
        resolvedNow: true,
      });
      expect(result.problems).toMatchObject([{ at: chart.digest }]);
      served.registry.setFaults([]);
      const known = knownAfter(before);
      result.tags.forEach(({ tag, digest }) =>
        known.tags.set(tag, { digest, resolvedAt: result.startedAt }),
      );
      expect((await walk(known)).versions).toHaveLength(1);
    },
  );

  it('a manifest with altered bytes is never read', async () => {
    await charts.chart('1.1.0');
    const result = await walkWith(
      { kind: 'digest', header: `sha256:${'0'.repeat(64)}`, alterBytes: true },
      /manifests\/1\.1\.0$/,
    );
    expect(result.versions.map(({ version }) => version)).not.toContain(
      '1.1.0',
    );
  });

  it('gives up at 429 without another request', async () => {
    for (let minor = 1; minor < 30; minor++) {
      await charts.chart(`1.${minor}.0`);
    }
    served.takePaths();
    const result = await walkWith(
      { kind: 'status', status: 429, retryAfter: 60 },
      /manifests\//,
    );
    expect(result.problems).toMatchObject([
      { code: 'registry-limited', retryAfterMs: 60_000 },
    ]);
    expect(result.problems).toHaveLength(1);
    // Those in flight when the first answer came.
    expect(
      served.takePaths().filter(path => path.includes('manifests/')).length,
    ).toBeLessThanOrEqual(8);
  });

  it('gives up on a registry that does not answer', async () => {
    for (let minor = 1; minor < 30; minor++) {
      await charts.chart(`1.${minor}.0`);
    }
    served.takePaths();
    const result = await walkWith({ kind: 'reset' }, /manifests\//);
    expect(result.problems[0].code).toBe('registry-unreachable');
    expect(
      served.takePaths().filter(path => path.includes('manifests/')).length,
    ).toBeLessThanOrEqual(12);
    expect(result.tags.map(({ tag }) => tag)).toEqual(['1.0.0']);
  });

  it('calls a repository the registry does not know empty, if nothing was ever seen there', async () => {
    const absent = await serveRepository(undefined, { referrersApi });
    try {
      const options = { now };
      const first = await walkRepository(
        absent.target,
        nothingKnown(),
        options,
      );
      expect(first).toMatchObject({
        tagsComplete: true,
        tags: [],
        problems: [],
      });
      const later = await walkRepository(
        absent.target,
        knownAfter(before),
        options,
      );
      expect(later).toMatchObject({
        tagsComplete: false,
        problems: [{ code: 'registry-denied' }],
      });
      expect(later.tags).toHaveLength(1);
    } finally {
      await absent.close();
    }
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    served.registry.setFaults([{ fault: { kind: 'hang' } }]);
    const running = walkRepository(served.target, nothingKnown(), {
      now,
      signal: controller.signal,
    });
    controller.abort(new Error('shutting down'));
    await expect(running).rejects.toThrow('shutting down');
  });
});
