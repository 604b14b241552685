import fc from 'fast-check';
import { RE2JS } from 're2js';
import { SnippetError } from '../../SnippetError';
import { anchoredIdentities } from '../../words';
import { ciInput, keyless } from '../testing/ciInput';
import { demandOf } from './demandOf';

const PARTS = [
  ...['a', 'b', '.', '.*', '|', '(', ')', '(?:', '[ab]', '[^a]', '^', '$'],
  ...['\\.', '\\\\', '\\$', '\\^', '(?i)', '(?m)', '(?s)', '\\Q', '\\E', '+'],
  ...['\\A', '\\z', '\\b', '?', '{2}', '/', '@'],
];
const pattern = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 7 })
  .map(parts => parts.join(''));
const SUBJECTS = [
  ...['a', 'b', 'ab', 'ba', 'aa', 'A', 'AB', 'a.b', '.', 'a$', '$', '^a'],
  ...['xa', 'ax', 'xab', 'abx', 'a\n', '\na', 'a\nb', '', 'a/b@', '\\', 'a\\'],
];

/** As policies are judged: the whole subject, by the pattern as the operator wrote it. */
function takenByPolicy(text: string): string[] {
  const compiled = RE2JS.compile(text);
  return SUBJECTS.filter(subject => compiled.matches(subject));
}

/** As cosign, Flux and Kyverno look: anywhere in the subject. */
function takenByTool(expression: string): string[] {
  const compiled = RE2JS.compile(expression);
  return SUBJECTS.filter(subject => compiled.matcher(subject).find());
}

/** The expressions that texts ask with; none where they are refused. */
function expressionsOf(text: string): string[] {
  const signer = keyless({ subjectPattern: text });
  const input = ciInput([signer]);
  return [
    () => {
      const demand = demandOf(signer, input);
      // As `verifierFlags` writes it.
      return demand?.kind === 'keyless' && demand.pattern !== undefined
        ? [`^(?:${demand.pattern})$`]
        : [];
    },
    () => anchoredIdentities(input.policies).map(({ subject }) => subject),
  ].flatMap(make => {
    try {
      return make();
    } catch (error) {
      if (error instanceof SnippetError) {
        return [];
      }
      throw error;
    }
  });
}

it('asks for exactly the subjects that the policy takes, or nobody', () => {
  let written = 0;
  fc.assert(
    fc.property(pattern, text => {
      for (const expression of expressionsOf(text)) {
        written += 1;
        let taken: string[] = [];
        try {
          taken = takenByTool(expression);
        } catch {
          // A fault ends the verification.
          return;
        }
        expect([text, taken]).toEqual([text, takenByPolicy(text)]);
      }
    }),
    { numRuns: 4_000 },
  );
  expect(written).toBeGreaterThan(1_000);
});

it.each(['a)|(?:b', 'a)|(.*', '(a', '[', 'a\\'])(
  'takes no half expression: %s',
  text => {
    expect(expressionsOf(text)).toEqual([]);
  },
);
