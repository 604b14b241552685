import { GateLogRow } from 'backstage-plugin-chart-provenance-common';
import { DECISION } from '../../__testUtils__/attackedGate';
import { CSV_HEADER, csvLineOf, jsonLineOf } from './decisionLines';

const row = (changes: Partial<GateLogRow>): GateLogRow => ({
  ...DECISION,
  caller: null,
  require: null,
  ...changes,
});
/** The cell of a column, as a reader of CSV sees it. */
const cell = (column: string, changes: Partial<GateLogRow>) => {
  const cells = [
    ...csvLineOf(row(changes))
      .trimEnd()
      .matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g),
  ].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
  return cells[CSV_HEADER.trimEnd().split(',').indexOf(column)];
};

describe('decisions as lines', () => {
  it.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['1.8.2', '1.8.2'],
    ['a,b', 'a,b'],
    ['a"b', 'a"b'],
    ['a\r\nb', 'a\r\nb'],
  ])('write %j as a text', (version, written) => {
    expect(cell('version', { version })).toBe(written);
    expect(JSON.parse(jsonLineOf(row({ version }))).version).toBe(version);
    expect(jsonLineOf(row({ version })).trimEnd()).not.toContain('\n');
  });

  it('have as many cells as there are columns, whatever is in them', () => {
    const columns = CSV_HEADER.trimEnd().split(',').length;
    const line = csvLineOf(row({ caller: 'a,"b",c', version: null }));
    const cells = [
      ...line.trimEnd().matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g),
    ];
    expect(cells).toHaveLength(columns);
    expect(cell('offline', {})).toBe('true');
  });
});
