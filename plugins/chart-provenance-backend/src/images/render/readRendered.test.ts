import { readRendered } from './readRendered';

jest.setTimeout(60_000);

const never = new AbortController().signal;
const pod = (image: string, key = 'image') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: it}\nspec: {containers: [{${key}: ${image}}]}\n`;

describe('readRendered', () => {
  it('reads document by document; one that is broken costs only itself', async () => {
    const list = await readRendered(
      `---\n# Source: a\n${pod('a/b:1')}---\nimage: [\n---\n${pod('a/c:1')}`,
      never,
    );
    expect(list.items.map(({ written }) => written)).toEqual([
      'a/b:1',
      'a/c:1',
    ]);
    expect(list.problem).toMatch(
      /^A rendered document could not be read: It is not YAML/,
    );
  });

  it.each([
    ['an escape', pod('a/b:1', '"\\u0069mage"'), 'a/b:1'],
    ['an anchor', `x: &x a/b:1\n${pod('*x')}`, 'a/b:1'],
    ['binary', pod('a/b:1', '!!binary "aW1hZ2U="'), 'tags of YAML'],
    [
      'a tag of its own',
      `%TAG ! tag:yaml.org,2002:\n---\n${pod('x')}`,
      'tags of YAML',
    ],
    [
      'a document that is too long',
      `${pod('a/b:1')}# ${'x'.repeat(200_000)}`,
      '128 KiB',
    ],
    [
      'aliases of aliases',
      `a: &a [image]\nb: &b [*a, *a, *a]\n${'c: *b\n'.repeat(200)}`,
      'aliases',
    ],
  ])('finds, or tells of, one behind %s', async (_, manifests, found) => {
    const { items, problem } = await readRendered(manifests, never);
    const told = items.map(({ written }) => written).join(' ');
    expect(`${told} ${problem}`).toContain(found);
  });

  it('takes no long time over 8 MiB', async () => {
    const many = `---\n${pod('a/b:1')}`
      .repeat(80_000)
      .slice(0, 8 * 1024 * 1024);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const { problem } = await readRendered(many, never);
    clearInterval(timer);
    expect(problem).toMatch(/more than 5000/);
    expect(turns).toBeGreaterThan(20);
  });

  it('ends with whoever asked', async () => {
    const many = `---\n${pod('a/b:1')}`.repeat(20_000);
    await expect(
      readRendered(many, AbortSignal.abort(new Error('stopped'))),
    ).rejects.toThrow('stopped');
  });
});
