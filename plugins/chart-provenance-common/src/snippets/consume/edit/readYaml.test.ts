import { readYaml } from './readYaml';

it.each([
  ['brackets', '['.repeat(16_384)],
  ['braces', '{'.repeat(16_384)],
  ['braces after a key', `a: ${'{a: '.repeat(5_000)}`],
  ['brackets on lines', '[\n'.repeat(5_000)],
  ['dashes on a line', '- '.repeat(10_000)],
  [
    'dashes on lines',
    Array.from({ length: 3_000 }, (_, at) => `${' '.repeat(at % 300)}-`).join(
      '\n',
    ),
  ],
  ['questions', '? '.repeat(5_000)],
  [
    'keys',
    Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
  ],
  ['length', `a: ${'x'.repeat(256 * 1024)}`],
  ['brackets that are closed', `a: ${'[]'.repeat(100_000)}`],
  ['short lines', 'a: 1\n'.repeat(40_000)],
  ['line breaks', '\n'.repeat(200_000)],
  ['documents', '---\na: 1\n'.repeat(2_000)],
  [
    'escapes that are none, each a fault to report',
    `a: "${"\\'".repeat(20_000)}"`,
  ],
])('refuses %s before the parser sees it', (_, text) => {
  const began = performance.now();
  expect(() => readYaml(text)).toThrow(/more|deeper than/);
  expect(performance.now() - began).toBeLessThan(500);
});

it('takes what people write, and expands nothing', () => {
  const bomb = [
    'a: &a [x]',
    ...'bcdefghijk'
      .split('')
      .map(
        (key, at) =>
          `${key}: &${key} [*${'abcdefghij'[at]}, *${'abcdefghij'[at]}]`,
      ),
  ].join('\n');
  expect(readYaml(bomb)).toHaveLength(1);
  const deep = Array.from(
    { length: 40 },
    (_, at) => `${'  '.repeat(at)}a:`,
  ).join('\n');
  expect(readYaml(`${deep} 1\n---\nb: {c: [1]}\n---\n- x\n`)).toHaveLength(2);
  expect(readYaml('')).toEqual([]);
  expect(() => readYaml('a: [')).toThrow('not YAML');
});

it.each([
  ['a terminal escape', 'a: 1 # \u001b[2K\n'],
  ['a line that is turned round', 'a: 1 # \u202e1 :a\n'],
  ['a carriage return alone', 'a: 1 # x\rb: 2\n'],
  ['NEL, a line break in YAML 1.1', 'a: 1 # x\u0085b: 2\n'],
  ['LS, a line break in YAML 1.1', 'a: 1 # x\u2028b: 2\n'],
  ['a mark of byte order in the middle', 'a: 1 # \ufeff\n'],
  ['NUL', 'a: "\0"\n'],
])(
  'refuses %s, which a reviewer or another reader takes otherwise',
  (_, text) => {
    expect(() => readYaml(text)).toThrow(/cannot be seen/);
  },
);

it.each([
  ['CRLF', 'a: 1\r\nb: 2\r\n'],
  ['a mark of byte order at the beginning', '\ufeffa: 1\nb: é 😀\n'],
  ['tabs', 'a: 1\t# one\nb: 2\n'],
])('reads %s', (_, text) => {
  expect(readYaml(text)).toHaveLength(1);
});
