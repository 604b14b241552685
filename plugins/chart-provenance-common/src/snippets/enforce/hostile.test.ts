import fc from 'fast-check';
import { SnippetError } from '../SnippetError';
import type { SnippetInput } from '../types';
import { celText } from '../words';
import {
  BY_IDENTITY,
  enforceInput,
  ISSUER,
  PEM,
  policyOf,
  SUBJECT,
} from './testing/enforceInput';
import { generate } from './testing/generate';
import { celValue, skeletonOf } from './testing/skeletonOf';

const IDS = [
  'kyverno',
  'kyverno-clusterpolicy',
  'policy-controller',
  'flux-verify',
];

/** What ends words, lines, strings, lists or comments somewhere, or is expanded. */
const NASTY = [
  ...["'", '"', '\\', '\n', '\r', '\t', '\u2028', '\u0000', '\u202e', '`'],
  ...[
    '${{ x }}',
    '{{ request }}',
    '$(id)',
    '${HOME}',
    '%{x}',
    '<<',
    '|-',
    '>-',
  ],
  ...[": '", ' #', '- ', '---', '...', '!!js', '&a', '*a', '[', ']', '{', '}'],
  ...["') || true || ('", "' + '", '\\Q', '(?i)', '.*', '|', ')$|^(', '$', '^'],
  ...[
    '..',
    '/',
    '//',
    '@',
    ':',
    '%2e',
    ' ',
    'é',
    '\u212a',
    '😀',
    'a',
    'Z',
    '0',
  ],
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(parts => parts.join(''));

const image = (name: string, policy: string) => ({
  ...{ written: name, name, tag: '1', digest: null, pinned: false, usedBy: [] },
  ...{ status: 'verified' as const, reason: '', policy, checkedAt: null },
});

/** The input with one word of a stranger's in it. */
const PLACES: Record<string, (word: string) => Partial<SnippetInput>> = {
  registry: word => ({
    chart: { ...enforceInput().chart, registry: word },
  }),
  repository: word => ({
    chart: { ...enforceInput().chart, repository: `acme/${word}`, name: word },
  }),
  source: word => ({
    chart: { ...enforceInput().chart, expectedSource: word },
  }),
  subject: word => ({
    policies: [policyOf([{ ...BY_IDENTITY, subject: `${SUBJECT}${word}` }])],
  }),
  pattern: word => ({
    policies: [
      policyOf([
        {
          ...{ kind: 'keyless', root: 'public', issuer: ISSUER },
          subjectPattern: `https://github\\.com/acme/${word}`,
        },
      ]),
    ],
  }),
  issuer: word => ({
    policies: [policyOf([{ ...BY_IDENTITY, issuer: `https://${word}` }])],
  }),
  policy: word => ({ policies: [policyOf([BY_IDENTITY], { name: word })] }),
  attestation: word => ({
    policies: [
      policyOf([BY_IDENTITY], { requireAttestations: [{ type: word }] }),
    ],
  }),
  key: word => ({
    policies: [policyOf([{ kind: 'key', key: word }])],
    keys: [{ id: word, pem: PEM }],
  }),
  pem: word => ({
    policies: [policyOf([{ kind: 'key', key: 'release' }])],
    keys: [{ id: 'release', pem: PEM.replace('\n', `\n${word}`) }],
  }),
  root: word => ({
    policies: [policyOf([{ ...BY_IDENTITY, root: 'acme' }])],
    roots: enforceInput().roots.map(root => ({
      ...root,
      trustedRoot: JSON.stringify({ a: word }),
    })),
  }),
  'legacy name': word => ({
    legacy: {
      repositoryUrl: 'https://charts.acme.example',
      ...{ name: word, server: 'unknown' },
    },
  }),
  'legacy url': word => ({
    legacy: {
      repositoryUrl: `https://${word}`,
      ...{ name: 'payments', server: 'unknown' },
    },
  }),
  image: word => ({ images: [image(`ghcr.io/acme/${word}`, 'acme-release')] }),
};

/** A word that harms nobody, in the same place. */
const HARMLESS: Record<string, string> = {
  registry: 'harmless.example',
  repository: 'harmless',
  pem: '',
  'legacy url': 'charts.acme.example',
};

describe.each(Object.keys(PLACES))('a stranger’s word as %s', place => {
  const inputWith = (word: string) =>
    enforceInput({
      images: [image('ghcr.io/acme/app', 'acme-release')],
      ...PLACES[place](word),
    });
  const skeleton = (id: string, word: string) =>
    skeletonOf(generate(id, inputWith(word), { scope: 'folder' }).files);

  it.each(IDS)('changes no structure of %s, or is refused', id => {
    expect(() => tryWords(id)).not.toThrow();
  });

  function tryWords(id: string) {
    const sound = attempt(() => skeleton(id, HARMLESS[place] ?? 'harmless'));
    const without = attempt(() => withoutLegacy(id));
    fc.assert(
      fc.property(text, word => {
        try {
          const now = skeleton(id, word);
          // Without its former place the text is another one, and whole.
          return now === sound || now === without;
        } catch (error) {
          return error instanceof SnippetError;
        }
      }),
      { numRuns: 50, seed: 6 },
    );
  }

  function withoutLegacy(id: string) {
    return skeletonOf(
      generate(
        id,
        { ...inputWith('harmless'), legacy: null },
        { scope: 'folder' },
      ).files,
    );
  }
});

it('a CEL literal says exactly what was meant', () => {
  expect(() =>
    fc.assert(
      fc.property(text, word => celValue(celText(word)) === word),
      { numRuns: 500, seed: 6 },
    ),
  ).not.toThrow();
});

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
