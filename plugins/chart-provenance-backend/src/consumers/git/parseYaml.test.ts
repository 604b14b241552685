import { parseYaml } from './parseYaml';
import { splitDocuments } from './splitDocuments';

jest.setTimeout(60_000);

describe('splitDocuments', () => {
  it.each<[string, string, string[]]>([
    ['one document', 'a: 1\n', ['a: 1\n']],
    ['markers around', '---\na: 1\n---\nb: 2\n...\n', ['\na: 1\n', '\nb: 2\n']],
    [
      'windows line ends',
      'a: 1\r\n---\r\nb: 2\r\n',
      ['a: 1\r\n', '\r\nb: 2\r\n'],
    ],
    ['a byte order mark', '\uFEFFa: 1', ['a: 1']],
    [
      'directives and comments',
      '%YAML 1.2\n---\n# nothing\n---\na: 1',
      ['\na: 1'],
    ],
    ['a marker with a comment', '--- # first\na: 1', [' # first\na: 1']],
    ['content beside a marker', '--- {a: 1}', [' {a: 1}']],
    [
      'what only looks like one',
      'a: |\n  ---\n  x\n----\n',
      ['a: |\n  ---\n  x\n----\n'],
    ],
    ['quotes that are not closed', 'a: "x\n---\nb: 2', ['a: "x\n', '\nb: 2']],
    ['nothing', '\n---\n---\n', []],
  ])('%s', (_, file, texts) => {
    expect(splitDocuments(file)).toEqual(
      texts.map((text, index) => ({ number: index + 1, text })),
    );
  });

  it('takes no time over a file of markers', () => {
    const started = performance.now();
    splitDocuments('---\n'.repeat(250_000));
    splitDocuments(`${' '.repeat(1_000_000)}#`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('parseYaml', () => {
  it.each<[string, string, unknown]>([
    [
      'merge keys, as the tools that deploy it',
      'a: &a {x: 1, y: 1}\nb: {<<: *a, y: 2}',
      { a: { x: 1, y: 1 }, b: { x: 1, y: 2 } },
    ],
    ['the last of two equal keys', 'a: 1\na: 2', { a: 2 }],
    ['tags that nobody knows', 'a: !Ref x', { a: 'x' }],
    ['no dates', 'a: 2026-11-01', { a: '2026-11-01' }],
  ])('takes %s', (_, text, value) => {
    expect(parseYaml(text)).toEqual({ value });
  });

  it('takes a key that is special elsewhere for what it is', () => {
    const outcome = parseYaml('__proto__: {kind: Application}\nkind: Secret');
    expect(outcome).toHaveProperty('value.kind', 'Secret');
    expect(
      Object.keys('value' in outcome ? Object(outcome.value) : {}),
    ).toEqual(['__proto__', 'kind']);
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  const many = (n: number, line: (n: number) => string) =>
    Array.from({ length: n }, (_, at) => line(at)).join('\n');

  it.each<[string, string]>([
    ['quotes that are not closed', 'a: "x'],
    ['a tab for indentation', 'a:\n\tb: 1'],
    ['nothing that is YAML', '{{- if .x }}\na: 1'],
    ['an alias of nothing', 'a: *b'],
    [
      'a billion laughs',
      many(
        10,
        n =>
          `a${n}: &a${n} [${Array(10)
            .fill(n ? `*a${n - 1}` : 'x')
            .join(', ')}]`,
      ),
    ],
    [
      'many aliases, each once',
      `a:\n${many(101, n => `- &a${n} x`)}\nb:\n${many(101, n => `- *a${n}`)}`,
    ],
    ['an alias of itself in a merge', 'a: &a {<<: *a, x: 1}'],
    ['nesting without end', `a: ${'['.repeat(60_000)}`],
    [
      'nesting without end that is closed',
      `a: ${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    ],
    ['maps in maps without end', `a: ${'{a: '.repeat(30_000)}`],
    ['what is too long', 'a: 1\n'.repeat(30_000)],
  ])('refuses %s, in a while that is bounded', (_, text) => {
    const started = performance.now();
    expect(parseYaml(text)).toEqual({ problem: expect.stringMatching(/^It /) });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
