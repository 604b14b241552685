import fc from 'fast-check';
import { RE2JS } from 're2js';
import { compareGate } from '../../consumers/gate';
import { signerMismatch } from '../../policy/signerMeets';
import type { SignerRequirement, TrustPolicy } from '../../policy/types';
import { SnippetError } from '../SnippetError';
import { anchoredIdentities, escapeExpression } from './identities';

const GITHUB = 'https://token.actions.githubusercontent.com';
type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;

function policy(...anyOf: SignerRequirement[]): TrustPolicy {
  return {
    ...{ name: 'release', selectable: false, anyOf },
    ...{ requireAttestations: [], maxStalenessMs: 1 },
  };
}

function keyless(more: Partial<Keyless>): Keyless {
  return { kind: 'keyless', root: 'public', issuer: GITHUB, ...more };
}

it('has one identity for each root and issuer, so that no subject is taken from another issuer', () => {
  const identities = anchoredIdentities([
    policy(
      keyless({ subject: 'a.b' }),
      { kind: 'key', key: 'k' },
      keyless({ subjectPattern: '^c|d$', trigger: 'push' }),
      keyless({ issuer: 'https://gitlab.com', subject: 'e' }),
      keyless({ root: 'own', subject: 'f' }),
      keyless({ subject: 'both', subjectPattern: 'and' }),
      keyless({}),
    ),
  ]);
  expect(identities).toEqual([
    {
      ...{ policy: 'release', root: 'public', issuerText: GITHUB },
      issuer: '^https://token\\.actions\\.githubusercontent\\.com$',
      subject: '^(?:a\\.b|(?:c|d))$',
      subjects: [{ exact: 'a.b' }, { pattern: '^(?:c|d)$' }],
      alsoAsked: ['event that started the run'],
    },
    expect.objectContaining({
      issuer: '^https://gitlab\\.com$',
      subject: '^e$',
    }),
    expect.objectContaining({ root: 'own', subject: '^f$' }),
  ]);
});

it.each<[string, Partial<Keyless>]>([
  ['flags', { subjectPattern: '(?i)a' }],
  ['quoting', { subjectPattern: '\\Qa' }],
  ['half of a group', { subjectPattern: 'a)|(?:.*' }],
  ['look-around', { subjectPattern: '(?=a)' }],
  ['what templates expand', { subject: 'a{{b}}' }],
  ['a variable', { subjectPattern: 'a${b}' }],
  ['a dollar in a subject', { subject: 'a$b' }],
  ['a line break', { subject: 'a\nb' }],
  ['a line break in the issuer', { issuer: 'https://a\nb', subject: 'a' }],
  ['nothing', { subject: '' }],
])('refuses %s', (_, more) => {
  expect(() => anchoredIdentities([policy(keyless(more))])).toThrow(
    SnippetError,
  );
});

const subject = fc.stringMatching(/^[a-z/.@+*?()[\]|^\\-]{1,12}$/);
const pattern = fc.constantFrom(
  ...['a|b', 'a.*', 'v[0-9]+', '[|)]x', '\\(a', '(a|b)c?', '^a$', '.'],
);
const signer = fc.oneof(
  subject.map(text => keyless({ subject: text })),
  pattern.map(text => keyless({ subjectPattern: text })),
);

it('takes whom the policy takes, and nobody else', () => {
  const all = fc.tuple(
    fc.array(signer, { minLength: 1, maxLength: 4 }),
    fc.oneof(
      subject,
      fc.constantFrom('a', 'b', 'abc', 'v12', '|x', '(a', 'ac'),
    ),
  );
  fc.assert(
    fc.property(all, ([anyOf, text]) => {
      const asked = policy(...anyOf);
      const [identity, ...more] = anchoredIdentities([asked]);
      expect(more).toEqual([]);
      const fits = anyOf.some(
        one =>
          signerMismatch(one, {
            ...{ kind: 'keyless', root: 'public', issuer: GITHUB },
            subject: text,
          }) === undefined,
      );
      // Flux searches anywhere in the text.
      expect(RE2JS.compile(identity.subject).matcher(text).find()).toBe(fits);
      const gate = compareGate(
        {
          ...{ kind: 'flux-verify', provider: 'cosign', secretRef: null },
          ...{ verified: null, identities: [identity] },
        },
        [asked],
        { publicRoots: ['public'] },
      );
      expect(gate.strength).toBe('as-policy');
    }),
    { numRuns: 500 },
  );
});

it('escapes every text so that it means itself', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const expression = RE2JS.compile(`^(?s:${escapeExpression(text)})$`);
      expect(expression.matches(text)).toBe(true);
    }),
  );
});
