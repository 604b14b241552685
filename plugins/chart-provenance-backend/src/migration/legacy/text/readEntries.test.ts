import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEX, index, listed, PAY, readText } from '../__testUtils__/readText';

const fixture = (name: string) =>
  readFileSync(join(__dirname, '..', '__fixtures__', name), 'utf8');

describe('reads what real programs write', () => {
  it.each([
    ['helm-4.yaml', 'https://charts.acme.dev/stable/charts/'],
    ['helm-3.yaml', 'https://cdn.acme.dev/charts/charts/'],
  ])('%s', async (name, urls) => {
    const text = fixture(name);
    const found = await readText(text);
    expect(found).toMatchObject({ apiVersion: 'v1', problemCount: 0 });
    const digests = [...text.matchAll(/digest: (\w{64})/g)].map(
      ([, hex]) => `sha256:${hex}`,
    );
    expect(new Set(digests).size).toBe(3);
    expect(found.entries).toEqual([
      {
        name: 'ledger',
        version: '0.1.0-rc.1',
        digest: digests[0],
        created: expect.stringMatching(/^2026-\d\d-\d\dT.*Z$/),
        url: `${urls}ledger-0.1.0-rc.1.tgz`,
        deprecated: true,
      },
      expect.objectContaining({
        version: '1.1.0+build.7',
        digest: digests[1],
        url: `${urls}payments-1.1.0+build.7.tgz`,
        deprecated: false,
      }),
      expect.objectContaining({ version: '1.0.0', digest: digests[2] }),
    ]);
  });

  it('ChartMuseum’s API', async () => {
    // As ChartMuseum of April 2026 answers it.
    const text = `{"pay":[{"name":"pay","sources":["https://github.com/acme/pay"],"version":"0.3.0","maintainers":[{"name":"D"}],"apiVersion":"v2","deprecated":true,"urls":["charts/pay-0.3.0.tgz"],"created":"2026-11-23T01:41:20.289072316Z","digest":"${HEX}"},{"name":"pay","version":"0.1.0","description":"a \\"}]\\" b","annotations":{"x":"- a: b\\n"},"urls":["charts/pay-0.1.0.tgz"],"created":"2026-11-23T01:41:20.141072311Z"}],"apiVersion":[{"name":"apiVersion","version":"1.0.0"}]}`;
    const found = await readText(text, { shape: 'chartmuseum' });
    expect(found).toMatchObject({ problemCount: 0 });
    expect(listed(found)).toEqual([
      'pay@0.3.0',
      'pay@0.1.0',
      'apiVersion@1.0.0',
    ]);
    expect(found.entries[0]).toEqual({
      name: 'pay',
      version: '0.3.0',
      digest: `sha256:${HEX}`,
      created: '2026-11-23T01:41:20.289Z',
      url: 'https://charts.acme.dev/stable/charts/pay-0.3.0.tgz',
      deprecated: true,
    });
  });

  it('and its index, which says more at the end', async () => {
    const found = await readText(
      `${fixture(
        'helm-4.yaml',
      )}serverInfo:\n  contextPath: /x\n  a:\n  - name: no\n    version: 1.0.0\n`,
    );
    expect(found.problemCount).toBe(0);
    expect(found.entries).toHaveLength(3);
  });
});

describe('reads other layouts', () => {
  it.each<[string, string]>([
    [
      'deeper lists',
      index('    pay:', '      - name: pay', '        version: 1.0.0'),
    ],
    [
      'keys in quotes',
      `"apiVersion": "v1"\n'entries':\n  "pay":\n  - name: pay\n    version: 1.0.0\n`,
    ],
    ['Windows line ends', index(...PAY).replaceAll('\n', '\r\n')],
    [
      'a byte order mark, a directive and a marker',
      `\ufeff%YAML 1.1\n--- \n${index(...PAY)}...\n`,
    ],
    [
      'a second document, which Helm does not read',
      `${index(
        ...PAY,
      )}---\nentries:\n  other:\n  - name: other\n    version: 1.0.0\n`,
    ],
    [
      'comments anywhere',
      index(
        '# a',
        '  pay: # b',
        '# c',
        '  - name: pay # d',
        '      # e',
        '    version: 1.0.0',
      ),
    ],
    ['apiVersion at the end', `entries:\n${PAY.join('\n')}\napiVersion: v1\n`],
    [
      'a list in brackets',
      index(
        '  pay: [{name: pay, version: 1.0.0}]',
        '  none: []',
        '  nil:',
        '  nul: null',
      ),
    ],
    [
      'a list in brackets over lines',
      index('  pay: [', '    {name: pay,', '     version: 1.0.0}', '    ]'),
    ],
    ['versions in braces', index('  pay:', '  - {name: pay, version: 1.0.0}')],
    [
      'braces all over',
      '{apiVersion: v1, entries: {pay: [{name: pay, version: 1.0.0}]}}',
    ],
    [
      'braces for entries',
      'apiVersion: v1\nentries: {pay: [{name: pay, version: 1.0.0}]}\n',
    ],
    [
      'JSON',
      '{"apiVersion":"v1","generated":"x","entries":{"pay":[{"name":"pay","version":"1.0.0"}],"no":null}}',
    ],
    [
      'pretty JSON',
      JSON.stringify(
        {
          entries: { pay: [{ name: 'pay', version: '1.0.0' }] },
          apiVersion: 'v1',
        },
        null,
        2,
      ),
    ],
    [
      'a text over lines',
      index(
        ...PAY,
        '    description: "one',
        '      - two: 3',
        '',
        '      four"',
        '    home: |',
        '      - name: no',
        '        version: 2.0.0',
        '',
        '  # not in it',
      ),
    ],
  ])('%s', async (_, text) => {
    const found = await readText(text);
    expect(listed(found)).toEqual(['pay@1.0.0']);
    expect(found).toMatchObject({ problemCount: 0, apiVersion: 'v1' });
  });

  it.each([
    'apiVersion: v1\nentries: {}\n',
    'apiVersion: v1\nentries:\n',
    '{"apiVersion":"v1","entries":{}}',
  ])('nothing at all: %j', async text => {
    const found = await readText(text);
    expect(found).toMatchObject({ entries: [], problemCount: 0 });
  });
});
