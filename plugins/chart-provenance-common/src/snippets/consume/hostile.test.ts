import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { SnippetFile } from '../../api/snippetTypes';
import { SnippetError } from '../SnippetError';
import type { SnippetGenerator, SnippetInput } from '../types';
import { consumeGenerators } from './index';
import { combinations } from './testing/combinations';
import { consumer, ISSUER, policy, snippetInput } from './testing/inputs';

const PARTS = [
  ...[
    '"',
    "'",
    '\\',
    '\n',
    '\r',
    '\t',
    '\u2028',
    '\u202e',
    '\0',
    ' ',
    '#',
    ': ',
  ],
  ...[
    '{{ .x }}',
    '${HOME}',
    '$(touch x)',
    '`id`',
    '%{ if x }',
    '<<',
    '$',
    '|',
    '&',
  ],
  ...[
    '*a',
    '&a',
    '!!x',
    '---\n',
    '- ',
    '@',
    ';',
    '>',
    '..',
    '/',
    '%',
    '\\Q',
    '(?i)',
  ],
  ...[
    'a',
    'payments',
    'sha256:',
    'oci://',
    '--flag',
    '1.0.0',
    'é',
    '😀',
    ')',
    '|(',
  ],
];
const hostile = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 })
  .map(all => all.join(''));

/** Each puts a hostile text where somebody else writes. */
const PLACES: Record<string, (text: string) => SnippetInput> = {
  registry: text => withChart({ registry: `ghcr.io${text}` }),
  repository: text =>
    withChart({ repository: `acme/${text}/payments`, name: 'payments' }),
  name: text => withChart({ repository: `acme/${text}`, name: text }),
  version: text => withVersion({ version: `1.0.0${text}`, tag: null }),
  tag: text => withVersion({ tag: `1.0.0${text}` }),
  digest: text => withVersion({ digest: `sha256:${text}` }),
  issuer: text => withSigner({ issuer: `https://${text}`, subject: 'someone' }),
  subject: text => withSigner({ issuer: ISSUER, subject: text }),
  pattern: text => withSigner({ issuer: ISSUER, subjectPattern: text }),
  key: text =>
    snippetInput({
      policies: [policy({ anyOf: [{ kind: 'key', key: text }] })],
      keys: [{ id: text, pem: snippetInput().keys[0].pem }],
    }),
  pem: text =>
    snippetInput({ keys: [{ id: 'acme', pem: `-----BEGIN ${text}` }] }),
  root: text =>
    snippetInput({
      roots: [{ ...snippetInput().roots[0], type: 'file', trustedRoot: text }],
    }),
  consumer: text =>
    snippetInput({
      consumers: ['Application', 'HelmRelease', 'OCIRepository', 'Chart'].map(
        kind => consumer(kind, text, { title: text, name: text, path: text }),
      ),
    }),
};

function withChart(more: Partial<SnippetInput['chart']>): SnippetInput {
  const plain = snippetInput();
  return { ...plain, chart: { ...plain.chart, ...more } };
}

function withVersion(more: object): SnippetInput {
  const { version } = snippetInput();
  return snippetInput({ version: { ...version!, ...more } });
}

function withSigner(signer: {
  issuer: string;
  subject?: string;
  subjectPattern?: string;
}): SnippetInput {
  const anyOf = [{ kind: 'keyless' as const, root: 'public', ...signer }];
  return snippetInput({ policies: [policy({ anyOf })] });
}

/** The files of every combination of options; nothing where they are refused. */
function filesOf(generator: SnippetGenerator, input: SnippetInput) {
  try {
    return combinations(generator, input).flatMap(
      options => generator.generate(input, options).files,
    );
  } catch (error) {
    if (!(error instanceof SnippetError)) {
      throw error;
    }
    return [];
  }
}

/** What is left of a document without its texts: nobody may add to it. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shapeOf);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          // Files with public keys are called as the keys are.
          key.replace(/^.*\.pub$/s, 'x.pub'),
          shapeOf(one),
        ]),
      )
    : typeof value;
}

describe.each(Object.keys(PLACES))('a hostile %s', place => {
  it('stays what it is in YAML, JSON and HCL, or is refused', () => {
    const shapes = new Set<string>();
    const plain = PLACES[place](place === 'root' ? '{}' : 'a');
    for (const input of [plain, snippetInput()]) {
      for (const generator of consumeGenerators) {
        filesOf(generator, input).forEach(file =>
          shapes.add(shapeOfFile(file)),
        );
      }
    }
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(...consumeGenerators),
        (text, one) => {
          for (const file of filesOf(one, PLACES[place](text))) {
            expect(shapes).toContain(shapeOfFile(file));
            expect(file.path).toMatch(/^[a-z0-9][\w.-]*(?:\/[\w.-]+)?$/i);
            expect(file.text).not.toMatch(
              /\$\(touch|`id`|%\{ if|\u202e|\u2028/,
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function shapeOfFile({ path, language, text }: SnippetFile): string {
  if (path.endsWith('trusted_root.json')) {
    return `any JSON: ${JSON.parse(text) !== undefined}`;
  }
  if (language === 'yaml') {
    const documents = parseAllDocuments(text, { stringKeys: true });
    return JSON.stringify(
      documents.map(one => {
        expect(one.errors).toEqual([]);
        return shapeOf(one.toJS());
      }),
    );
  }
  if (language === 'json') {
    return JSON.stringify(shapeOf(JSON.parse(text)));
  }
  if (language === 'hcl') {
    return text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/# 1\S*/, '#');
  }
  return language;
}

/** Plays a script with programs that write down what they were called with. */
function play(script: string): string[][] {
  const record = (name: string) =>
    `${name}() { { printf '%s' ${name}; for each; do printf '\\037%s' "$each"; done; printf '\\036'; } >&3; }`;
  const programs = ['helm', 'cosign', 'kubectl'].map(record).join('\n');
  const output = execFileSync(
    'sh',
    ['-c', `exec 3>&1\n${programs}\n${script}`],
    {
      encoding: 'utf8',
      env: {
        PATH: '/usr/bin:/bin',
        ...{ REGISTRY_USER: 'u', REGISTRY_PASSWORD_FILE: '/dev/null' },
        REGISTRY_USER_FILE: '/dev/null',
      },
    },
  );
  return output
    .split('\x1e')
    .slice(0, -1)
    .map(call => call.split('\x1f'));
}

it('hands every program what it is to be handed, whatever an identity holds', () => {
  const [helmCli] = consumeGenerators.filter(({ id }) => id === 'helm-cli');
  fc.assert(
    fc.property(hostile, text => {
      const subject = `${text}'x`;
      const input = withSigner({ issuer: ISSUER, subject });
      const [script] = filesOf(helmCli, input);
      if (script === undefined) {
        return;
      }
      const calls = play(script.text);
      expect(calls.map(([name]) => name)).toEqual(['helm', 'cosign', 'helm']);
      expect(calls[1]).toContain(`--certificate-identity=${subject}`);
      expect(calls[2]).toContain(
        `oci://ghcr.io/acme/charts/payments@${input.version?.digest}`,
      );
    }),
    { numRuns: 60 },
  );
});

it('puts no secret on a command line, and every script plays', () => {
  const scripts = consumeGenerators
    .flatMap(one => filesOf(one, snippetInput()))
    .filter(({ language }) => language === 'shell');
  expect(scripts.length).toBeGreaterThan(3);
  for (const { text } of scripts) {
    expect(text).not.toMatch(
      /--password[ =]|docker-password|--from-literal password/,
    );
    expect(play(text).length).toBeGreaterThan(0);
  }
});
