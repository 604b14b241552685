import { parseCharts } from './parseCharts';
import { parseConsumes } from './parseConsumes';
import { parseLegacyCharts } from './parseLegacyCharts';
import { parseTrustPolicy } from './parseTrustPolicy';

const A = 'oci://ghcr.io/acme/charts/a';
const B = 'oci://ghcr.io/acme/charts/b';

function names(value: string): string[] {
  return parseCharts(value).entries.map(({ reference }) => reference.name);
}

describe('parseCharts', () => {
  it.each([
    [A, ['a']],
    [`${A} ${B}`, ['a', 'b']],
    [`\n  ${A},\t${B} ,,\n`, ['a', 'b']],
    [`${A},oci://GHCR.IO/acme/charts/a`, ['a']],
    ['', []],
    [' , ', []],
  ])('reads %j', (value, expected) => {
    expect(names(value)).toEqual(expected);
    expect(parseCharts(value).problems).toEqual([]);
  });

  it.each([
    [`ghcr.io/acme/a ${B}`, 0],
    [`${B}, oci://ghcr.io/Acme/a`, 43],
    [`${B}\n${A}:1.0.0`, 55],
    [`${B} ${A}@sha256:${'a'.repeat(64)}`, 55],
    [`${B} oci://ghcr.io`, 41],
  ])('points at what is wrong in %j and reads the rest', (value, position) => {
    const { entries, problems } = parseCharts(value);
    expect(entries.map(({ reference }) => reference.name)).toEqual(['b']);
    expect(problems).toMatchObject([
      {
        code: 'annotation-invalid',
        annotation: 'chart-provenance/charts',
        value,
        position,
      },
    ]);
    expect(problems[0].message).not.toBe('');
    expect(problems[0].fix).not.toBe('');
  });

  it('shows the entry itself where the annotation is long, and the position in what is shown', () => {
    const value = `${' '.repeat(400)}oci://ghcr.io/Acme/a ${B}`;
    const { entries, problems } = parseCharts(value);
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([
      { value: 'oci://ghcr.io/Acme/a', position: 14 },
    ]);
    const endless = parseCharts('x'.repeat(16_000)).problems;
    expect(endless[0].value).toHaveLength(300);
  });

  it('is bounded in bytes and entries', () => {
    expect(parseCharts(`${A} ${' '.repeat(17_000)}`)).toMatchObject({
      entries: [],
      problems: [{ position: 0 }],
    });
    const many = parseCharts(
      Array.from({ length: 101 }, (_, n) => `oci://r.io/a${n}`).join(','),
    );
    expect(many.entries).toHaveLength(100);
    expect(many.problems).toHaveLength(1);
  });
});

describe('parseLegacyCharts', () => {
  it.each([
    [
      'https://charts.acme.dev#payments',
      { repositoryUrl: 'https://charts.acme.dev', name: 'payments' },
    ],
    [
      'http://h.io/x/index.yaml#a.b_c',
      { repositoryUrl: 'http://h.io/x', name: 'a.b_c' },
    ],
    [
      `https://h.io/x/#old=${A}`,
      {
        repositoryUrl: 'https://h.io/x',
        name: 'old',
        becomes: {
          registry: 'ghcr.io',
          repository: 'acme/charts/a',
          name: 'a',
        },
      },
    ],
  ])('reads %s', (value, expected) => {
    expect(parseLegacyCharts(value)).toEqual({
      entries: [expected],
      problems: [],
    });
  });

  it.each([
    ['https://charts.acme.dev', 23],
    ['ftp://h.io#a', 0],
    ['https://u:p@h.io#a', 0],
    ['https://h.io?x=1#a', 0],
    ['https://h.io#', 13],
    ['https://h.io#a/b', 14],
    ['https://h.io#a=ghcr.io/a', 15],
    [`https://h.io#a=${A}:1`, 42],
  ])('refuses %s', (value, position) => {
    expect(parseLegacyCharts(value)).toMatchObject({
      entries: [],
      problems: [{ position }],
    });
  });
});

describe('parseTrustPolicy', () => {
  it('reads names, and points at what is none', () => {
    expect(parseTrustPolicy('strict, strict slsa-3')).toEqual({
      entries: [{ policy: 'strict' }, { policy: 'slsa-3' }],
      problems: [],
    });
    expect(parseTrustPolicy('a b$c')).toMatchObject({
      entries: [{ policy: 'a' }],
      problems: [{ position: 3 }],
    });
    expect(parseTrustPolicy('a'.repeat(64)).entries).toEqual([]);
  });
});

describe('parseConsumes', () => {
  it('wants a version or a digest', () => {
    expect(
      parseConsumes(`${A}:1.0.0 ${B}@sha256:${'a'.repeat(64)}`).entries,
    ).toHaveLength(2);
    expect(parseConsumes(A)).toMatchObject({
      entries: [],
      problems: [{ position: A.length }],
    });
  });
});
