import { SbomComponent, SbomRow } from '../api/sbomTypes';
import { compareComponents } from './compareComponents';
import { filterRows } from './filterRows';
import { countChanges, countKinds, countLicences } from './summariseComponents';

const component = (
  name: string,
  version: string,
  changes: Partial<SbomComponent> = {},
): SbomComponent => ({
  name,
  version,
  kind: 'package',
  purl: `pkg:npm/${name}@${version}`,
  licences: ['MIT'],
  digest: null,
  ...changes,
});
const image = (repository: string, tag: string, digest: string) =>
  component('payments', tag, {
    kind: 'image',
    purl: `pkg:oci/payments@${digest}?repository_url=${repository}&tag=${tag}`,
    digest,
  });
const brief = (rows: SbomRow[]) =>
  rows.map(
    ({ name, version, change, before }) =>
      `${change} ${name} ${before ? `${before.version}→` : ''}${version}`,
  );
const compare = (now: SbomComponent[], before: SbomComponent[]) =>
  brief(compareComponents(now, before));

describe('compareComponents', () => {
  it.each<[string, SbomComponent[], SbomComponent[], string[]]>([
    ['nothing', [], [], []],
    [
      'what came, went, moved and stayed, by name',
      [component('d', '1'), component('c', '2'), component('a', '1')],
      [component('b', '1'), component('c', '1'), component('a', '1')],
      ['same a 1', 'removed b 1', 'changed c 1→2', 'added d 1'],
    ],
    [
      'several of one name: the equal ones first, then in their order',
      [component('a', '1'), component('a', '3'), component('a', '4')],
      [component('a', '3'), component('a', '2')],
      ['changed a 2→1', 'same a 3', 'added a 4'],
    ],
    [
      'one that is there twice as often',
      [component('a', '1'), component('a', '1')],
      [component('a', '1')],
      ['same a 1', 'added a 1'],
    ],
    [
      'one name of two ecosystems',
      [component('a', '1')],
      [component('a', '1', { purl: 'pkg:pypi/a@1' })],
      ['added a 1', 'removed a 1'],
    ],
    [
      'one that another tool wrote without its package URL',
      [component('a', '2')],
      [component('a', '1', { purl: null })],
      ['changed a 1→2'],
    ],
    [
      'images of two repositories that end alike',
      [image('ghcr.io%2Facme%2Fpayments', '2', 'sha256:b')],
      [
        image('ghcr.io%2Fevil%2Fpayments', '2', 'sha256:b'),
        image('ghcr.io%2Facme%2Fpayments', '1', 'sha256:a'),
      ],
      ['changed payments 1→2', 'removed payments 2'],
    ],
    [
      'an image whose tag stayed and whose bytes did not',
      [image('r', '1', 'sha256:b')],
      [image('r', '1', 'sha256:a')],
      ['changed payments 1→1'],
    ],
    [
      'a licence that changed',
      [component('a', '1', { licences: ['BUSL-1.1'] })],
      [component('a', '1')],
      ['changed a 1→1'],
    ],
    [
      'licences in another order',
      [component('a', '1', { licences: ['MIT', 'ISC'] })],
      [component('a', '1', { licences: ['ISC', 'MIT'] })],
      ['same a 1'],
    ],
    [
      'a scope and a version with signs of their own',
      [component('b', '2', { purl: 'pkg:npm/%40a/b@2?x=1' })],
      [component('b', '1', { purl: 'pkg:npm/%40a/b@1?x=2#s' })],
      ['changed b 1→2'],
    ],
    [
      'a scope that is written as it is, and no version',
      [component('b', '', { purl: 'pkg:npm/@a/b' })],
      [
        component('b', '1', { purl: 'pkg:npm/@a/b@1' }),
        component('b', '', { purl: 'pkg:npm/@z/b' }),
      ],
      ['changed b 1→', 'removed b '],
    ],
  ])('%s', (_, now, before, rows) => {
    expect(compare(now, before)).toEqual(rows);
  });

  it('tells what a component was before, and nothing of those that stayed', () => {
    const before = component('a', '1', { licences: [], digest: 'sha256:a' });
    const [row] = compareComponents([component('a', '2')], [before]);
    expect(row.before).toEqual({
      version: '1',
      licences: [],
      digest: 'sha256:a',
    });
  });

  it('compares with nothing', () => {
    const rows = compareComponents(
      [component('b', '1'), component('a', '1')],
      null,
    );
    expect(rows.map(({ name, change }) => [name, change])).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(countChanges(rows)).toEqual({
      added: 0,
      removed: 0,
      changed: 0,
      same: 0,
    });
  });

  it('compares 20,000 that are all alike in a moment', () => {
    const many = Array.from({ length: 20_000 }, () => component('a', '1'));
    const rows = compareComponents(many, [...many, component('a', '2')]);
    expect(countChanges(rows)).toMatchObject({ same: 20_000, removed: 1 });
  });

  it('compares 20,000 that share one name in a moment', () => {
    const many = (version: string) =>
      Array.from({ length: 20_000 }, (_, at) =>
        component('a', `${version}.${at}`),
      );
    const rows = compareComponents(many('2'), many('1'));
    expect(countChanges(rows)).toEqual({
      added: 0,
      removed: 0,
      changed: 20_000,
      same: 0,
    });
  });
});

describe('filterRows', () => {
  const rows = compareComponents(
    [
      component('Left-Pad', '1.0.0', { licences: ['WTFPL'] }),
      component('other', '2.0.0', { licences: [] }),
      image('ghcr.io%2Facme', '1', 'sha256:a'),
    ],
    [],
  );
  it.each([
    [{}, 3],
    [{ filter: 'left-PAD' }, 1],
    [{ filter: 'wtf' }, 1],
    [{ filter: '2.0' }, 1],
    [{ filter: 'pkg:oci' }, 1],
    [{ filter: 'nowhere' }, 0],
    [{ licence: 'WTFPL' }, 1],
    [{ licence: 'wtfpl' }, 0],
    [{ licence: '' }, 1],
    [{ kind: 'image' as const }, 1],
    [{ change: 'added' as const }, 3],
    [{ change: 'same' as const }, 0],
    [{ kind: 'package' as const, filter: 'o' }, 1],
  ])('%j', (query, count) => {
    expect(filterRows(rows, query)).toHaveLength(count);
  });
});

describe('counts', () => {
  it('licences, the most frequent first, and those that say none', () => {
    expect(
      countLicences([
        component('a', '1', { licences: [] }),
        component('b', '1', { licences: ['ISC', 'MIT', 'MIT'] }),
        component('c', '1'),
      ]),
    ).toEqual([
      { licence: 'MIT', count: 2 },
      { licence: 'ISC', count: 1 },
      { licence: null, count: 1 },
    ]);
    const many = Array.from({ length: 80 }, (_, at) =>
      component('a', '1', { licences: [`L${at}`] }),
    );
    expect(countLicences(many)).toHaveLength(50);
    // Of those that are equally frequent the first by name, wherever they stand.
    const names = many.map((_, at) => `L${at}`).sort();
    const common = component('b', '1', { licences: ['L9', 'L79'] });
    expect(
      countLicences([...many, common]).map(({ licence }) => licence),
    ).toEqual([
      ...['L79', 'L9'],
      ...names.filter(name => !['L79', 'L9'].includes(name)).slice(0, 48),
    ]);
  });

  it('kinds', () => {
    const kinds = countKinds([
      component('a', '1'),
      image('r', '1', 'sha256:a'),
    ]);
    expect(kinds).toEqual({ package: 1, image: 1, chart: 0, other: 0 });
  });
});
