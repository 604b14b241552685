import {
  argoRow,
  consumedChart,
  consumerRow,
  consumerSummary,
  dependencyRow,
  noConsumers,
  rejected,
  runningLine,
  verified,
} from '../__fixtures__';
import { noVerdictWords } from './consumerWords';
import { dayText, isDay } from './dayText';
import { clusterWords, linesOfUse } from './linesOfUse';
import { usageCounts } from './usageCounts';
import { worstFirst } from './worstFirst';

const running = (
  cluster: string,
  version: string,
  verdict: typeof verified | null,
  environment: string | null = 'production',
) =>
  consumerRow({
    id: `${cluster} ${version}`,
    environment,
    where: { ...argoRow.where, cluster },
    runs: {
      version,
      digest: null,
      since: null,
      verdict,
      note: verdict ? null : 'Not recorded.',
    },
  });

describe('linesOfUse', () => {
  it('says once what is the same in every cluster', () => {
    const lines = linesOfUse(consumedChart().items, 'everything');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ version: '3.2.0', clusters: 3 });
    expect(clusterWords(lines[0])).toBe('in all 3 clusters');
  });

  it('keeps apart what differs by version, verdict or reason', () => {
    const lines = linesOfUse(
      [
        running('a', '1.0.0', verified),
        running('b', '1.0.0', rejected),
        running('c', '1.0.0', null),
        running('d', '1.1.0', null),
        running('e', '1.1.0', null),
      ],
      'everything',
    );
    expect(lines.map(clusterWords)).toEqual([
      'in 1 of 5 clusters',
      'in 1 of 5 clusters',
      'in 2 of 5 clusters',
      'in 1 of 5 clusters',
    ]);
    // The worst first.
    expect(lines.map(({ verdict }) => verdict?.status)).toEqual([
      'rejected',
      undefined,
      undefined,
      'verified',
    ]);
  });

  it('counts clusters in their environment, and a cluster once', () => {
    const lines = linesOfUse(
      [
        running('a', '1.0.0', verified),
        { ...running('a', '1.0.0', verified), id: 'twin' },
        running('b', '1.0.0', verified, 'staging'),
        running('c', '1.0.0', verified, null),
      ],
      'environment',
    );
    expect(lines.map(({ environment }) => environment)).toEqual([
      'production',
      'staging',
      null,
    ]);
    expect(lines.map(clusterWords)).toEqual(Array(3).fill('in 1 cluster'));
  });

  it('makes no line of what has no status', () => {
    expect(linesOfUse([dependencyRow], 'everything')).toEqual([]);
  });
});

describe('usageCounts', () => {
  it('names only what there is, the legacy repository last', () => {
    expect(
      usageCounts(
        consumerSummary({
          byPin: {
            digest: 11,
            version: 0,
            range: 2,
            floating: 0,
            templated: 0,
            unknown: 0,
          },
        }),
      ),
    ).toEqual([
      { words: '11 by digest', search: { pin: 'digest', from: 'oci' } },
      { words: '2 by range', search: { pin: 'range', from: 'oci' } },
      { words: '1 from the legacy repository', search: { from: 'legacy' } },
    ]);
  });

  it.each([
    [0, 1, 'from the legacy repository'],
    [1, 0, 'by digest'],
    [2, 0, 'both by digest'],
    [3, 0, 'all by digest'],
  ])('does not repeat the number of all: %d, %d', (digest, legacy, words) => {
    const byPin = { ...noConsumers().byPin, digest };
    const counts = usageCounts({ ...noConsumers(), byPin, legacy });
    expect(counts.map(count => count.words)).toEqual([words]);
  });
});

describe('worstFirst', () => {
  const lines = [
    runningLine({ environment: 'a', version: '1', verdict: verified }),
    runningLine({ environment: 'a', version: '2', verdict: null }),
    runningLine({ environment: 'b', version: '3', verdict: verified }),
    runningLine({ environment: 'b', version: '4', verdict: rejected }),
  ];

  it('keeps the order of environments, and in each puts the worst first', () => {
    expect(worstFirst(lines).map(({ version }) => version)).toEqual([
      '2',
      '1',
      '4',
      '3',
    ]);
  });

  it('never cuts what is rejected in favour of what is verified', () => {
    const versions = (max: number) =>
      worstFirst(lines, max).map(({ version }) => version);
    expect(versions(2)).toEqual(['2', '4']);
    expect(versions(1)).toEqual(['4']);
  });
});

describe('words', () => {
  it.each([
    [
      'runs 1.0.0; Argo CD does not record which bytes',
      'Argo CD does not record which bytes',
    ],
    ['runs 1.0.0 from the legacy repository', 'from the legacy repository'],
    ['runs 2.0.0; of another version', 'runs 2.0.0; of another version'],
    ['runs 1.0.0', 'the running bytes are not known here.'],
  ])('says the version once: %s', (note, words) => {
    expect(noVerdictWords(note, '1.0.0')).toBe(`No verdict: ${words}`);
  });

  it('never leaves the place of a verdict empty', () => {
    expect(noVerdictWords(null)).toMatch(/^No verdict: .+/);
    expect(noVerdictWords('')).toMatch(/^No verdict: .+/);
  });

  it.each([
    ['2027-03-01', true, '1 March 2027'],
    ['2028-02-29', true, '29 February 2028'],
    ['2027-02-29', false, '2027-02-29'],
    ['2027-3-1', false, '2027-3-1'],
    ['2027-03-01T00:00:00Z', false, '2027-03-01T00:00:00Z'],
    ['soon', false, 'soon'],
    ['', false, ''],
  ])('%j is a day: %s', (text, is, words) => {
    expect(isDay(text)).toBe(is);
    expect(dayText(text)).toBe(words);
  });
});
