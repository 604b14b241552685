import { decision, denial } from '../__testUtils__/standIn';
import { formatGithub } from './formatGithub';
import { formatGitlab } from './formatGitlab';
import { formatJson } from './formatJson';
import { formatPlain } from './formatPlain';
import { exitCodeOf, Result, ShownOutcome } from './Result';

const HOSTILE =
  'x\r\n::set-output name=a::b\u001b[2J\u202e ##[add-path]/tmp ##vso[task.setvariable variable=a]b';

const result = (outcome: ShownOutcome, changes: Partial<Result> = {}) => ({
  subject: 'oci://ghcr.io/acme/charts/payments:1.8.2',
  place: null,
  who: '',
  outcome,
  notes: [],
  ...changes,
});
const hostile = (): Result => {
  const { reasons, ...rest } = denial();
  return result(
    {
      kind: 'denied',
      decision: {
        ...rest,
        version: HOSTILE,
        environment: HOSTILE,
        url: `https://a.dev/${HOSTILE}`,
        reasons: reasons.map(one => ({
          ...one,
          code: HOSTILE,
          message: HOSTILE,
          fix: HOSTILE,
          who: { kind: 'owner', entityRef: HOSTILE },
        })),
      },
    },
    {
      subject: HOSTILE,
      who: HOSTILE,
      notes: [HOSTILE],
      place: { path: HOSTILE, line: 3 },
    },
  );
};

it.each([
  ['plain', () => formatPlain([hostile()])],
  ['github', () => formatGithub([hostile()])],
  ['gitlab', () => formatGitlab([hostile()])],
  ['json', () => formatJson([hostile()], 1)],
])('lets nobody else speak to the terminal or the runner: %s', (_, format) => {
  const text = format();
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(text).not.toMatch(/##\[|##vso\[/);
  const commands = text
    .split('\n')
    .filter(line => line.trimStart().startsWith('::'));
  expect(
    commands.every(line => /^::error file=x%0D%0A%3A%3Aset-output/.test(line)),
  ).toBe(true);
});

it('says the same in JSON whatever it is', () => {
  const { results } = JSON.parse(formatJson([hostile()], 1));
  expect(results[0].reference).toBe(HOSTILE);
});

it('shows no link that is none', () => {
  const bad = denial({ url: 'file:///etc/passwd' });
  expect(formatPlain([result({ kind: 'denied', decision: bad })])).not.toMatch(
    /passwd/,
  );
});

const allowed = result({
  kind: 'proceed',
  decision: decision(),
  resolved: 'x',
});
const denied = result({ kind: 'denied', decision: denial() });
const refused = result({ kind: 'refused', why: 'x' });
const undecided = result({
  kind: 'undecided',
  why: 'x',
  decision: null,
  retryAfterSeconds: null,
  answered: true,
});
const unasked = (taken: boolean) =>
  result({ kind: 'unasked', why: 'x', allowed: taken });
const unread = result({ kind: 'unread', why: 'x' });

it.each<[number, Result[]]>([
  [0, []],
  [0, [allowed, unasked(true)]],
  [1, [allowed, denied, refused, undecided]],
  [2, [refused, undecided]],
  [3, [allowed, undecided]],
  [3, [allowed, unasked(false)]],
  [3, [unread, unasked(true)]],
])('ends with %s', (code, results) => {
  expect(exitCodeOf(results)).toBe(code);
});
