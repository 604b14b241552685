import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import type { SignerRequirement } from '../../policy/types';
import { SnippetError } from '../SnippetError';
import type { SnippetGenerator, SnippetInput } from '../types';
import { ciGenerators } from './index';
import {
  ciInput,
  GITLAB_RELEASE,
  keyless,
  RELEASE,
  withChart,
} from './testing/ciInput';

const PARTS = [
  ...['"', "'", '\\', '\n', '\r', '\t', '\u2028', '\u202e', '\0', ' ', '#'],
  ...[
    ': ',
    '- ',
    '---\n',
    '${{ x }}',
    '{{',
    '$(id)',
    '`id`',
    '$CI',
    '%{',
    '<<',
  ],
  ...[
    '*a',
    '&a',
    '!!x',
    '@',
    ';',
    '>',
    '|',
    '&&',
    '~',
    '..',
    '/',
    '+',
    '(',
    ')',
  ],
  ...['a', '1', 'payments', 'v1', 'é', '😀', '^', '[', ']', '.*', '\\.'],
];
const PEM =
  '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZI\n-----END PUBLIC KEY-----\n';
const hostile = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 5 })
  .map(parts => parts.join(''));

/** Where somebody else's text comes in. */
const PLACES: Record<string, (text: string) => SnippetInput> = {
  name: text => withChart({ name: text, repository: `acme/${text}` }),
  repository: text => withChart({ repository: `${text}/payments` }),
  registry: text => withChart({ registry: text }),
  source: text => withChart({ expectedSource: `github.com/acme/${text}` }),
  issuer: text => ciInput([keyless({ issuer: text, subject: 'x' }), RELEASE]),
  subject: text =>
    ciInput([
      keyless({
        subject: `https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/${text}`,
      }),
    ]),
  pattern: text =>
    ciInput([keyless({ subjectPattern: `${patternOf(RELEASE)}|${text}` })]),
  gitlabPattern: text =>
    ciInput([
      keyless({
        issuer: 'https://gitlab.com',
        subjectPattern: `${patternOf(GITLAB_RELEASE)}|${text}`,
      }),
    ]),
  trigger: text =>
    ciInput([{ ...RELEASE, trigger: text } as SignerRequirement]),
  environment: text => ({
    ...ciInput(),
    gate: {
      apiUrl: `https://b.example/${text}`,
      environments: [{ name: text, enforced: true }],
    },
  }),
  legacy: text =>
    ciInput([RELEASE], {
      legacy: {
        repositoryUrl: `https://charts.example/${text}`,
        name: text,
        server: 'chartmuseum',
      },
    }),
  key: text =>
    ciInput([{ kind: 'key', key: text }], { keys: [{ id: text, pem: text }] }),
  root: text =>
    ciInput([{ ...RELEASE, root: 'own' } as SignerRequirement], {
      roots: [
        {
          id: 'own',
          type: 'file',
          thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
          trustedRoot: text,
        },
      ],
    }),
};

function patternOf(signer: SignerRequirement): string {
  return signer.kind === 'keyless' ? signer.subjectPattern ?? '' : '';
}

/** Reading takes the time here, and the same text is asked for three times. */
let last: { text: string; value: unknown } | undefined;

/** What stands in texts for harmless input: paths of members, and lines of scripts. Nothing else may stand in any. */
const harmless = new Map(
  ciGenerators.map(({ id }) => [id, { paths: new Set(), lines: new Set() }]),
);
for (const place of Object.values(PLACES)) {
  for (const text of ['payments', 'v1', '1.2.3', 'push', PEM]) {
    for (const generator of ciGenerators) {
      for (const file of textsOf(generator, place(text)) ?? []) {
        collect(file, paths => harmless.get(generator.id)?.paths.add(paths));
        linesOf(file).forEach(line =>
          harmless.get(generator.id)?.lines.add(line),
        );
      }
    }
  }
}

describe.each(Object.keys(PLACES))('a hostile %s', place => {
  it('comes out as a value and nothing else, or is refused', () => {
    fc.assert(
      fc.property(hostile, text => {
        for (const generator of ciGenerators) {
          const known = harmless.get(generator.id);
          for (const file of textsOf(generator, PLACES[place](text)) ?? []) {
            expect(file).not.toMatch(/[^\P{C}\n]/u);
            collect(file, path => known?.paths.has(path) || fail(path));
            linesOf(file).forEach(line => known?.lines.has(line) || fail(line));
            expect(valuesOf(file).join()).not.toMatch(/\$\{\{ x|\$\(|`|\$CI\b/);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('some of it is written, and some refused', () => {
  const [github] = ciGenerators;
  expect(textsOf(github, PLACES.pattern("it's"))).toHaveLength(1);
  expect(textsOf(github, PLACES.pattern('${{ x }}'))).toBeUndefined();
  expect(textsOf(github, PLACES.environment('a: *b #'))).toHaveLength(1);
});

function fail(what: string): never {
  throw new Error(`no text for harmless input has ${JSON.stringify(what)}`);
}

/** @returns undefined when it is refused */
function textsOf(
  generator: SnippetGenerator,
  input: SnippetInput,
): string[] | undefined {
  // Says why, and never throws: it is asked for a whole list.
  if (generator.unavailable(input) !== null) {
    return undefined;
  }
  const options = Object.fromEntries(
    generator.options(input).map(({ name, value }) => [name, value]),
  );
  try {
    return generator.generate(input, options).files.map(({ text }) => text);
  } catch (error) {
    if (error instanceof SnippetError) {
      return undefined;
    }
    throw error;
  }
}

function isScript(text: string): boolean {
  return text.startsWith('#!/bin/sh');
}

function read(text: string): unknown {
  if (last?.text !== text) {
    const document = parseDocument(text, { uniqueKeys: true });
    expect([...document.errors, ...document.warnings]).toEqual([]);
    last = { text, value: document.toJS({ maxAliasCount: 0 }) };
  }
  return last.value;
}

/** Paths of members; places in lists do not count. */
function collect(text: string, found: (path: string) => void): void {
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const next = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
        found(next);
        walk(child, next);
      }
    }
  };
  if (!isScript(text)) {
    walk(read(text), '');
  }
}

/** Lines that a shell runs; those that set a variable have the text in them, and are taken for what the shell makes of them below. */
function linesOf(text: string): string[] {
  if (isScript(text)) {
    return text
      .split('\n')
      .filter(line => !line.startsWith('export ') && !line.startsWith('#'));
  }
  const found: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string' && value.includes('\n')) {
      found.push(...value.split('\n'));
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(walk);
    }
  };
  walk(read(text));
  return found;
}

/** Values of variables that hold the input; those of the run are expressions of ours. */
function valuesOf(text: string): string[] {
  if (isScript(text)) {
    return [];
  }
  const document = Object(read(text));
  return Object.entries<string>(document.env ?? document.variables)
    .filter(([name]) => !/^RELEASE_(?!REPOSITORY|PIPELINE)/.test(name))
    .map(([, value]) => value);
}

it('a real shell takes the variables for what they are', () => {
  const shell = ciGenerators[2];
  fc.assert(
    fc.property(hostile, text => {
      const input = PLACES.environment(text);
      const [file] = textsOf(shell, input) ?? [];
      if (file === undefined) {
        return;
      }
      const exports = file.split('\n').filter(line => /^export /.test(line));
      const said = execFileSync(
        'sh',
        ['-c', `${exports.join('\n')}\nprintf %s "$GATE_ENVIRONMENT"`],
        { encoding: 'utf8' },
      );
      expect(said).toBe(text);
    }),
    { numRuns: 40 },
  );
});
