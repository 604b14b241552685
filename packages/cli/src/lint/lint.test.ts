import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from './lint';

const WRONG = 'helm pull oci://ghcr.io/Acme/charts/payments:1.8.2+b5\n';
const RIGHT =
  'helm pull oci://ghcr.io/acme/charts/payments --version 1.8.2+b5\n';

describe('chart-provenance lint', () => {
  let folder: string;
  let before: string;
  beforeEach(async () => {
    before = process.cwd();
    folder = await mkdtemp(join(tmpdir(), 'chart-provenance-lint-'));
    process.chdir(folder);
  });
  afterEach(async () => {
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
  });

  async function run(argv: string[], input = '') {
    let out = '';
    let err = '';
    const code = await lint(
      argv,
      { out: text => (out += text), err: text => (err += text) },
      async () => Buffer.from(input),
    );
    return { code, out, err };
  }
  const write = async (path: string, text: string | Buffer) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };

  it('says what is wrong, what is printed, and what to write', async () => {
    await write('a/push.sh', WRONG);
    expect(await run(['a'])).toEqual({
      code: 1,
      err: '',
      out: expect.stringMatching(
        /^a\/push\.sh:1:25 error uppercase-repository\n {2}.+\n {2}helm prints: .+\n {2}→ .+\n {2}- Acme\n {2}\+ acme\n\n[\s\S]+\n1 file: 2 errors, 0 warnings, 0 to know\.\n$/,
      ),
    });
  });

  it('searches folders, but not everywhere, and follows no link out', async () => {
    await write('node_modules/a/README.md', `\`${WRONG.trim()}\``);
    await write('.git/a.sh', WRONG);
    await write('a.txt', WRONG);
    await write('.github/workflows/a.yml', 'on: push\njobs: {}\n');
    const outside = await mkdtemp(join(tmpdir(), 'chart-provenance-lint-'));
    await writeFile(join(outside, 'a.sh'), WRONG);
    await symlink(outside, join(folder, 'link'));
    await symlink(join(outside, 'a.sh'), join(folder, 'link.sh'));
    expect(await run([])).toMatchObject({
      code: 0,
      out: '1 file: 0 errors, 0 warnings, 0 to know.\n',
    });
    // What is named is meant.
    expect(await run(['link.sh', 'a.txt'])).toMatchObject({ code: 1 });
    await rm(outside, { recursive: true });
  });

  it('fails from what it is asked to', async () => {
    const info =
      'helm push a-1.0.0.tgz "oci://ghcr.io/$GITHUB_REPOSITORY_OWNER/charts"\n';
    expect(await run(['-'], info)).toMatchObject({ code: 0 });
    expect(await run(['-', '--fail-on', 'warning'], info)).toMatchObject({
      code: 0,
    });
    expect(await run(['-', '--fail-on', 'info'], info)).toMatchObject({
      code: 1,
    });
  });

  it('takes what is piped in for what it is called', async () => {
    const chart =
      'dependencies:\n  - {name: a, version: 1.0.0, repository: "oci://ghcr.io/a/"}\n';
    expect(await run(['-'], chart)).toMatchObject({ code: 0 });
    expect(
      await run(['-', '--stdin-filename', 'Chart.yaml'], chart),
    ).toMatchObject({ code: 1, out: expect.stringContaining('Chart.yaml:2:') });
  });

  it('makes the corrections that are certain, and leaves the rest of the file alone', async () => {
    await write(
      'a.sh',
      `#!/bin/sh\r\n${WRONG}helm repo add a oci://ghcr.io/a\n`,
    );
    await write('b.sh', RIGHT);
    const { mtimeMs } = await stat(join(folder, 'b.sh'));
    const { code, out } = await run(['.', '--fix']);
    expect(code).toBe(1);
    expect(out).toContain('a.sh\n  corrected: 2');
    expect(out).toContain('repo-add-oci');
    expect(await readFile(join(folder, 'a.sh'), 'utf8')).toBe(
      `#!/bin/sh\r\n${RIGHT}helm repo add a oci://ghcr.io/a\n`,
    );
    expect((await stat(join(folder, 'b.sh'))).mtimeMs).toBe(mtimeMs);
    expect((await readdir(folder)).sort()).toEqual(['a.sh', 'b.sh']);
  });

  it('says what it did not read, and fails for nothing', async () => {
    await write('a.yaml', Buffer.from([0x68, 0xff, 0xfe]));
    await write('b.md', 'a'.repeat(262_145));
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toContain('a.yaml\n  not read: It is no UTF-8 text.');
    expect(out).toContain('b.md\n  not read: It is longer than 262144 bytes.');
  });

  it.each([
    [['--format', 'xml'], '--format is one of text, json, sarif, github.'],
    [['--fail-on', 'x'], '--fail-on is one of error, warning, info.'],
    [['nowhere\u001b[31m'], 'There is no nowhere [31m.'],
    [['-', '--fix'], 'What is piped in cannot be fixed: name a file.'],
    [['--strange'], "Unknown option '--strange'"],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^chart-provenance lint: /);
    expect(err).toContain(message);
  });

  it('writes commands for GitHub that a file cannot break out of', async () => {
    await write('a,b:%\n::error::x.sh', WRONG);
    const { out } = await run(['.', '--format', 'github']);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^::error file=a%2Cb%3A%25 %3A%3Aerror%3A%3Ax\.sh,line=1,endLine=1,col=25,endColumn=29,title=uppercase-repository::There is/,
    );
  });

  it('writes JSON', async () => {
    await write('a.sh', WRONG);
    const { counts, files } = JSON.parse((await run(['--format', 'json'])).out);
    expect(counts).toEqual({
      files: 1,
      errors: 2,
      warnings: 0,
      infos: 0,
      fixed: 0,
      unread: 0,
    });
    expect(files).toMatchObject([
      {
        path: 'a.sh',
        kind: 'command',
        findings: [{ start: { line: 1, column: 25 } }, {}],
      },
    ]);
  });

  it('writes SARIF 2.1.0', async () => {
    await write('a b.sh', WRONG);
    const log = JSON.parse((await run(['--format', 'sarif'])).out);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results, columnKind, invocations }] = log.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of tool.driver.rules) {
      expect(rule).toEqual({
        id: expect.stringMatching(/^[a-z][a-z0-9-]+$/),
        shortDescription: { text: expect.stringMatching(/\.$/) },
        help: { text: expect.stringMatching(/\.$/) },
        helpUri: expect.stringMatching(
          /^https:\/\/\S+\/docs\/rules\.md#[a-z0-9-]+$/,
        ),
        defaultConfiguration: {
          level: expect.stringMatching(/^(?:error|warning|note)$/),
        },
      });
    }
    expect(results).toHaveLength(2);
    for (const result of results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
    }
    const region = { startLine: 1, startColumn: 25, endLine: 1, endColumn: 29 };
    const artifactLocation = { uri: 'a%20b.sh' };
    expect(results[0]).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          description: { text: expect.any(String) },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                { deletedRegion: region, insertedContent: { text: 'acme' } },
              ],
            },
          ],
        },
      ],
    });
  });
});
