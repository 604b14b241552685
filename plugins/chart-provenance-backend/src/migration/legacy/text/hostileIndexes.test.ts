import { HEX, index, listed, PAY, readText } from '../__testUtils__/readText';

describe('refuses what is no index', () => {
  const deep = (open: string) => open.repeat(200_000);
  it.each<[string, string, RegExp]>([
    ['nothing', '', /no index/],
    ['a page', '<!DOCTYPE html><html><body>Sign in</body></html>', /HTML page/],
    ['a long page', `<html>${'x'.repeat(300_000)}</html>`, /HTML page/],
    ['another document', 'hello: world\n', /no index/],
    ['no apiVersion, as Helm', `entries:\n${PAY.join('\n')}\n`, /no index/],
    ['no entries', 'apiVersion: v1\n', /no index/],
    ['entries of another kind', 'apiVersion: v1\nentries: [a]\n', /no index/],
    [
      'JSON that is cut off',
      '{"apiVersion":"v1","entries":{"pay":[{"name":"pay","version":"1.0.0"}',
      /no index/,
    ],
    [
      'deep JSON',
      `{"apiVersion":"v1","entries":{"pay":[${deep('[')}`,
      /no index/,
    ],
    ['deep braces', `{apiVersion: v1, entries: ${deep('{a: ')}`, /no index/],
    [
      'large braces',
      `{apiVersion: v1, entries: {pay: [${'{name: pay, version: 1.0.0}, '.repeat(
        9_000,
      )}]}}`,
      /no index/,
    ],
    ['a list', '- a\n- b\n', /no index/],
    ['a picture', '\u0000\u0001\u0002'.repeat(1_000), /no index/],
  ])('%s', async (_, text, message) => {
    const failed = readText(text);
    await expect(failed).rejects.toMatchObject({
      name: 'LegacyFailure',
      code: 'no-index',
    });
    await expect(failed).rejects.toThrow(message);
  });

  it('more than 100,000 versions', async () => {
    const lines = Array.from(
      { length: 100_001 },
      (_, at) => `  - {name: pay, version: 0.0.${at}}`,
    );
    await expect(readText(index('  pay:', ...lines))).rejects.toMatchObject({
      code: 'too-many',
    });
    const all = await readText(index('  pay:', ...lines.slice(1)));
    expect(all.entries).toHaveLength(100_000);
  }, 60_000);
});

describe('stands what is written to do harm', () => {
  const fill = (unit: string) => unit.repeat(Math.floor(120_000 / unit.length));
  const laughs = Array.from(
    { length: 30 },
    (_, at) =>
      `    l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(', ')}]`,
  );
  it.each<[string, string[]]>([
    ['a billion laughs', ['  - l0: &l0 [a]', ...laughs]],
    [
      'aliases without number',
      [`  - a: &a [1, 2, 3]`, `    b: [${fill('*a, ')}]`],
    ],
    [
      'aliases as keys',
      [
        '  - a: &a [x, y]',
        ...Array.from({ length: 9_000 }, () => '    ? *a\n    : 1'),
      ],
    ],
    ['deep brackets', [`  - a: ${fill('[')}`]],
    ['deep dashes', [`  - a:`, `      ${fill('- ')}`]],
    ['deep questions', [`  - a:`, `      ${fill('? ')}`]],
    ['anchors without number', [`  - ${fill('&a ')}x`]],
    ['pairs without number', [`  - a: [${fill('a: b, ')}]`]],
    ['a text of line ends', [`  - a: "x${fill('\n')}      y"`]],
    [
      'a prototype',
      [
        '  - __proto__: {version: 9.9.9}',
        '    constructor: {prototype: {polluted: true}}',
        '    name: pay',
      ],
    ],
  ])(
    '%s',
    async (_, lines) => {
      const found = await readText(
        index('  pay:', ...lines, '  - {name: pay, version: 1.0.0}'),
      );
      expect(listed(found)).toEqual(['pay@1.0.0']);
      expect(found.problemCount).toBeGreaterThan(0);
      expect('polluted' in {}).toBe(false);
    },
    20_000,
  );
});

it('lets others have their turn while it reads 15,300 versions, and stops when told', async () => {
  const entry = (chart: number, at: number) =>
    `  - name: chart-${chart}\n    version: 1.${at}.0\n    description: |\n${'      a line of a long description\n'.repeat(
      25,
    )}    digest: ${HEX}`;
  const text = index(
    ...Array.from({ length: 150 }, (_, chart) =>
      [
        `  chart-${chart}:`,
        ...Array.from({ length: 102 }, (__, at) => entry(chart, at)),
      ].join('\n'),
    ),
  );
  expect(text.length).toBeGreaterThan(13_000_000);
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  const found = await readText(text);
  clearInterval(counting);
  expect(found.entries).toHaveLength(15_300);
  expect(found.problemCount).toBe(0);
  expect(turns).toBeGreaterThan(5);

  const stop = new AbortController();
  setImmediate(() => stop.abort(new Error('enough')));
  await expect(readText(text, { signal: stop.signal })).rejects.toThrow(
    'enough',
  );
}, 60_000);
