import { Pair, parseAllDocuments, visit } from 'yaml';
import { ciInput, keyless, RELEASE } from './ci/testing/ciInput';
import { consumer, snippetInput, policy } from './consume/testing/inputs';
import { listSnippets, makeSnippet } from './makeSnippet';

describe('listSnippets', () => {
  it.each([
    ['issuer', ciInput([keyless({ issuer: 'https://{{ x }}', subject: 'x' })])],
    ['subject', ciInput([keyless({ subject: 'a\u202eb' })])],
    ['pattern', ciInput([keyless({ subjectPattern: '\\Qa' })])],
    [
      'public key',
      snippetInput({
        policies: [policy({ anyOf: [{ kind: 'key', key: 'acme' }] })],
        keys: [{ id: 'acme', pem: 'no key' }],
      }),
    ],
  ])('offers the other texts where one cannot hold an odd %s', (_, input) => {
    const heads = listSnippets(input);
    expect(heads.some(({ unavailable }) => unavailable !== null)).toBe(true);
    expect(heads.some(({ unavailable }) => unavailable === null)).toBe(true);
  });
});

describe('makeSnippet', () => {
  it('keeps each sentence on its line, whatever names stand in it', () => {
    const input = ciInput([RELEASE]);
    const [first] = input.policies;
    const { cannot } = makeSnippet('shell', {
      ...input,
      policies: [
        { ...first, requireAttestations: [{ type: 'x\n/merge\u202e' }] },
      ],
    });
    expect(cannot.join('')).toContain('x /merge');
    expect(cannot.join('')).not.toMatch(/\p{C}/u);
  });

  it('takes no half expression, which would end the group that is written around it', () => {
    const half = keyless({
      subjectPattern: `${
        RELEASE.kind === 'keyless' ? RELEASE.subjectPattern : ''
      })|(?:.*`,
    });
    for (const id of ['shell', 'github-actions']) {
      expect(() => makeSnippet(id, ciInput([half]))).toThrow(
        expect.objectContaining({ code: 'not-available' }),
      );
    }
  });

  it.each(['true', 'null', 'on', 'y', 'no', '123', '1e3', '0x1f', '1_0'])(
    'writes no name as a number or a boolean of old YAML: %s',
    name => {
      const input = snippetInput({
        legacy: {
          repositoryUrl: 'https://charts.acme.dev',
          name,
          server: 'unknown',
        },
        consumers: [
          consumer(
            'HelmRelease',
            `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: "${name}"}
spec:
  chart:
    spec:
      chart: "${name}"
      sourceRef: {kind: HelmRepository, name: acme}
`.replace(
              /\{kind: (\w+), name: (\w+)\}/,
              '\n        kind: $1\n        name: $2',
            ),
            { name },
          ),
        ],
      });
      const chart = { ...input.chart, name, repository: `acme/${name}` };
      let read = 0;
      for (const { id, unavailable } of listSnippets({ ...input, chart })) {
        if (unavailable === null) {
          const { files, diffs } = makeSnippet(id, { ...input, chart });
          const texts = [
            ...files.flatMap(one => (one.language === 'yaml' ? one.text : [])),
            ...diffs.flatMap(({ after }) => after ?? []),
          ];
          for (const text of texts) {
            read += namesIn(text);
          }
        }
      }
      expect(read).toBeGreaterThan(20);
    },
  );
});

/** @returns how many names were looked at; each has to be a text */
function namesIn(text: string): number {
  const names: unknown[] = [];
  const note = (_: unknown, { key, value }: Pair) => {
    if (['name', 'namespace'].includes(String(key))) {
      names.push(Object(value).value);
    }
  };
  for (const document of parseAllDocuments(text, { version: '1.1' })) {
    expect(document.errors).toEqual([]);
    visit(document, { Pair: note });
  }
  expect(names.filter(name => typeof name !== 'string')).toEqual([]);
  return names.length;
}
