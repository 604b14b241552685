import {
  ConsumerRow,
  ConsumerSourceStatus,
} from 'backstage-plugin-chart-provenance-common';
import { consumerRow } from '../../__testUtils__/attackedMigration';
import { consumedCharts } from './consumedCharts';
import { runningLines } from './runningLines';
import { summariseUsage } from './summariseUsage';
import { tagSplits } from './tagSplits';

const OLD = `sha256:${'1'.repeat(64)}`;
const NEW = `sha256:${'2'.repeat(64)}`;

function running(
  cluster: string | null,
  environment: string | null,
  version: string | null,
  digest: string | null,
  changes: Partial<ConsumerRow> = {},
): ConsumerRow {
  const row = consumerRow(changes);
  return {
    ...row,
    where: { ...row.where, cluster },
    environment,
    runs: {
      version,
      digest,
      since: null,
      verdict:
        digest === NEW
          ? {
              status: 'verified',
              reason: { code: 'policy-met', message: 'All met.' },
            }
          : null,
      note: digest === NEW ? null : 'Which bytes run is not recorded.',
    },
  };
}

function source(
  changes: Partial<ConsumerSourceStatus> = {},
): ConsumerSourceStatus {
  return {
    id: 'git:a',
    provider: 'git',
    title: 'a',
    lastSuccessAt: '2026-01-01T00:00:00.000Z',
    lastAttemptAt: '2026-01-01T00:00:00.000Z',
    problem: null,
    documents: [],
    documentProblems: 0,
    consumers: 0,
    ...changes,
  };
}

describe('summariseUsage', () => {
  it('counts by pin what is in the registry, and the rest as legacy', () => {
    const rows = [
      consumerRow({ pin: 'digest' }),
      consumerRow({ pin: 'digest' }),
      consumerRow({ pin: 'range' }),
      consumerRow({ pin: 'version', from: 'legacy' }),
    ];
    expect(summariseUsage(rows, [source()])).toEqual({
      total: 4,
      hidden: 0,
      byPin: {
        digest: 2,
        version: 0,
        range: 1,
        floating: 0,
        templated: 0,
        unknown: 0,
      },
      legacy: 1,
      unreadSources: 0,
      nobodyLooked: false,
    });
  });

  it.each<[string, ConsumerSourceStatus[], number, boolean]>([
    ['nobody looked', [], 0, true],
    ['annotations alone', [source({ provider: 'annotations' })], 0, true],
    ['never read', [source({ lastSuccessAt: null })], 1, false],
    [
      'failing now, though it was read once',
      [source({ problem: { message: 'x', fix: 'y', since: 'z' } }), source()],
      1,
      false,
    ],
  ])(
    'tells no consumers from %s',
    (_, sources, unreadSources, nobodyLooked) => {
      expect(summariseUsage([], sources)).toMatchObject({
        total: 0,
        unreadSources,
        nobodyLooked,
      });
    },
  );
});

describe('tagSplits', () => {
  const asks = (
    version: string,
    digest: string | null,
    changes: Partial<ConsumerRow> = {},
  ) =>
    running('c', null, version, digest, {
      wants: { version, digest: null },
      ...changes,
    });

  it('finds who asks for one tag and runs other bytes', () => {
    expect(
      tagSplits([asks('1.0.0', OLD), asks('1.0.0', NEW), asks('1.0.0', NEW)]),
    ).toEqual([
      {
        wants: '1.0.0',
        digests: [
          { digest: NEW, version: '1.0.0', consumers: 2 },
          { digest: OLD, version: '1.0.0', consumers: 1 },
        ],
      },
    ]);
  });

  it.each<[string, ConsumerRow[]]>([
    ['the same bytes', [asks('1.0.0', OLD), asks('1.0.0', OLD)]],
    ['another version', [asks('1.0.0', OLD), asks('1.1.0', NEW)]],
    [
      'a range',
      [asks('1.x', OLD, { pin: 'range' }), asks('1.x', NEW, { pin: 'range' })],
    ],
    ['bytes that are not recorded', [asks('1.0.0', OLD), asks('1.0.0', null)]],
    [
      'the legacy repository',
      [asks('1.0.0', OLD, { from: 'legacy' }), asks('1.0.0', NEW)],
    ],
  ])('finds none in %s', (_, rows) => {
    expect(tagSplits(rows)).toEqual([]);
  });
});

describe('runningLines', () => {
  it('puts the most important environment first, and in it what runs in most clusters', () => {
    const lines = runningLines(
      [
        running('test-1', 'test', '1.9.0', NEW),
        running('prod-1', 'production', '1.8.1', OLD),
        running('prod-2', 'production', '1.8.2', NEW),
        running('prod-3', 'production', '1.8.2', NEW),
        running('prod-3', 'production', '1.8.2', NEW),
        running('lab', null, '2.0.0', null),
        consumerRow({ environment: 'production' }),
      ],
      ['production', 'test'],
    );
    expect(
      lines.map(({ environment, version, clusters, ofClusters, verdict }) => [
        environment,
        version,
        `${clusters}/${ofClusters}`,
        verdict?.status,
      ]),
    ).toEqual([
      ['production', '1.8.2', '2/3', 'verified'],
      ['production', '1.8.1', '1/3', undefined],
      ['test', '1.9.0', '1/1', 'verified'],
      [null, '2.0.0', '1/1', undefined],
    ]);
    expect(lines[3].note).toBe('Which bytes run is not recorded.');
  });

  it('keeps one version from two places apart', () => {
    const legacy = running('prod-2', 'production', '5.3.0', null);
    const lines = runningLines(
      [
        running('prod-1', 'production', '5.3.0', null),
        { ...legacy, runs: { ...legacy.runs!, note: 'From elsewhere.' } },
      ],
      ['production'],
    );
    expect(lines.map(({ note, clusters }) => [note, clusters])).toEqual([
      ['Which bytes run is not recorded.', 1],
      ['From elsewhere.', 1],
    ]);
  });

  it('says nothing where nothing is known to run', () => {
    expect(runningLines([consumerRow()], ['production'])).toEqual([]);
  });
});

describe('consumedCharts', () => {
  it('puts the uses of one chart together, wherever it is taken from', () => {
    const legacy = consumerRow({
      id: 'b',
      chartId: 'x',
      chart: 'https://charts.acme.dev#web',
      from: 'legacy',
    });
    const oci = consumerRow({
      id: 'a',
      chartId: 'x',
      chart: 'oci://h/acme/web',
    });
    const other = consumerRow({ id: 'c', chart: 'https://e.dev/charts#api' });
    expect(
      consumedCharts([legacy, oci, other]).map(({ name, chart, items }) => [
        name,
        chart,
        items.map(({ id }) => id),
      ]),
    ).toEqual([
      ['api', 'https://e.dev/charts#api', ['c']],
      ['web', 'oci://h/acme/web', ['b', 'a']],
    ]);
  });
});
