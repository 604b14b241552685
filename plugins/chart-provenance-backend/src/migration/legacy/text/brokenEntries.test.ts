import { BASE, index, listed, PAY, readText } from '../__testUtils__/readText';
import { readEntries } from './readEntries';

describe('lets nothing broken take its neighbours with it', () => {
  const between = (...lines: string[]) =>
    index(
      '  pay:',
      '  - {name: pay, version: 1.0.0}',
      ...lines,
      '  - {name: pay, version: 2.0.0}',
      '  tail:',
      '  - name: tail',
      '    version: 3.0.0',
    );

  it.each<[string, string[], string, RegExp]>([
    ['an open bracket', ['  - [name: pay'], 'pay[1], line 5', /cannot be read/],
    [
      'an open quote',
      ['  - name: "pay', '    version: 1.1.0'],
      'pay[1], line 5',
      /cannot be read/,
    ],
    [
      'a key twice',
      ['  - name: pay', '    version: 1.1.0', '    version: 1.2.0'],
      'pay[1], line 5',
      /cannot be read/,
    ],
    [
      'a tab',
      ['  - name: pay', '\tversion: 1.1.0'],
      'line 6',
      /indented as nothing around it/,
    ],
    [
      'a tab inside',
      ['  - name: pay', '   \tversion: 1.1.0'],
      'pay[1], line 5',
      /cannot be read/,
    ],
    ['an alias to elsewhere', ['  - *pay'], 'pay[1], line 5', /cannot be read/],
    [
      'an unknown tag',
      ['  - !!js/function "x"'],
      'pay[1], line 5',
      /cannot be read/,
    ],
    [
      'too shallow a line',
      ['  - name: pay', '   version: 1.1.0'],
      'pay[1], line 5',
      /cannot be read/,
    ],
    ['nothing', ['  -'], 'pay[1], line 5', /is empty/],
    ['a text', ['  - pay'], 'pay[1], line 5', /no version of a chart/],
    ['a list', ['  - - name: pay'], 'pay[1], line 5', /no version of a chart/],
    ['no version', ['  - name: pay'], 'pay[1], line 5', /has no version/],
    [
      'no name, which Helm leaves out',
      ['  - version: 1.1.0'],
      'pay[1], line 5',
      /no name/,
    ],
    [
      'a version that is none, which Helm leaves out',
      ['  - {name: pay, version: nonsense}'],
      'pay[1], line 5',
      /none that Helm takes/,
    ],
    [
      'an endless one',
      [`  - {name: pay, version: 1.1.0, description: ${'x'.repeat(200_000)}}`],
      'pay[1], line 5',
      /more than 131072 bytes/,
    ],
    [
      'a merge key, which is only a name',
      ['  - {<<: {version: 1.1.0}, name: pay}'],
      'pay[1], line 5',
      /has no version/,
    ],
    [
      'the same version again',
      ['  - {name: pay, version: 1.0.0, digest: other}'],
      'pay[1], line 5',
      /twice; the first counts/,
    ],
  ])('%s', async (_, lines, where, message) => {
    const found = await readText(between(...lines));
    expect(listed(found)).toEqual(['pay@1.0.0', 'pay@2.0.0', 'tail@3.0.0']);
    expect(found.problems[0]).toEqual({
      where,
      message: expect.stringMatching(message),
    });
  });

  it('a chart twice, of which Helm takes neither', async () => {
    const found = await readText(
      index(
        ...PAY,
        '  pay:',
        '  - {name: pay, version: 2.0.0}',
        '  tail:',
        '  - {name: tail, version: 3.0.0}',
      ),
    );
    expect(listed(found)).toEqual(['pay@1.0.0', 'tail@3.0.0']);
    expect(found.problems).toEqual([
      { where: 'line 6', message: expect.stringMatching(/twice/) },
    ]);
  });

  it('an entry under another name: the key counts, as with Helm', async () => {
    const found = await readText(
      index('  pay:', '  - {name: other, version: 1.0.0}'),
    );
    expect(listed(found)).toEqual(['pay@1.0.0']);
  });

  it('broken UTF-8, and names that are none', async () => {
    const [head, tail] = between(
      '  - {name: pay, description: X, version: 1.1.0}',
    ).split('X');
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xff]),
      Buffer.from(tail),
    ]);
    const found = await readEntries(bytes, { base: BASE });
    expect(listed(found)).toEqual(['pay@1.0.0', 'pay@2.0.0', 'tail@3.0.0']);
    const names = await readText(
      index(
        '  "<img src=x>":',
        '  - {name: x, version: 1.0.0}',
        '  ? x',
        '  : y',
      ),
    );
    expect(names.entries).toEqual([]);
    expect(JSON.stringify(names.problems)).not.toContain('img');
  });

  it('and says of which charts there may be more than is listed', async () => {
    const found = (...lines: string[]) => readText(between(...lines));
    expect(await found('  - [')).toMatchObject({ uncertain: ['pay'] });
    expect(await found(' stray')).toMatchObject({ uncertain: 'all' });
    const certain = await found(
      '  - {name: pay, version: nonsense}',
      '  - {name: pay, version: 1.0.0}',
    );
    expect(certain).not.toHaveProperty('uncertain');
    expect(certain.problemCount).toBe(2);
  });

  it('in JSON too', async () => {
    const text =
      '{"apiVersion":"v1","entries":{"pay":[{"name":"pay","version":"1.0.0"},{"name":"pay",},{"name":"pay","version":7},{"name":"pay","version":"2.0.0"}]}}';
    const found = await readText(text);
    expect(listed(found)).toEqual(['pay@1.0.0', 'pay@2.0.0']);
    expect(found.problems.map(({ where }) => where)).toEqual([
      'pay[1], line 1',
      'pay[2], line 1',
    ]);
  });

  it('counts all problems, and keeps twenty', async () => {
    const found = await readText(
      index('  pay:', ...Array.from({ length: 500 }, () => '  - [')),
    );
    expect(found.problemCount).toBe(500);
    expect(found.problems).toHaveLength(20);
  });
});
