import { compilePattern, matchPattern } from './consumersPattern';

function patternOf(text: string) {
  const compiled = compilePattern(text);
  if ('problem' in compiled) {
    throw new Error(compiled.problem);
  }
  return compiled.pattern;
}

function match(pattern: string, text: string) {
  const captures = matchPattern(patternOf(pattern), text);
  return captures && Object.fromEntries(captures);
}

it.each<[string, string, Record<string, string> | undefined]>([
  ['prod-eu', 'prod-eu', {}],
  ['prod-*', 'prod-eu', {}],
  ['prod-*', 'prod-', {}],
  ['*-prod', 'shop-prod', {}],
  ['*', '', {}],
  ['*prod*', 'a-prod-b', {}],
  ['{name}-prod', 'payments-prod', { name: 'payments' }],
  [
    '{team}-{name}',
    'shop-payments-api',
    { team: 'shop', name: 'payments-api' },
  ],
  [
    'apps/{name}/values.yaml',
    'apps/payments/values.yaml',
    { name: 'payments' },
  ],
  ['clusters/prod/**', 'clusters/prod/eu/payments.yaml', {}],
  ['**/{name}.yaml', 'a/b/payments.yaml', { name: 'payments' }],
  ['a.b', 'a.b', {}],
  ['apps/values.*', 'apps/values.yaml', {}],
  ['arn:aws:eks:*:1234:cluster/*', 'arn:aws:eks:eu:1234:cluster/a', {}],
  ['{constructor}-x', 'y-x', { constructor: 'y' }],
  ['prod-eu', 'prod-eu2', undefined],
  ['prod-eu', 'a-prod-eu', undefined],
  ['prod', 'PROD', undefined],
  ['a.b', 'axb', undefined],
  ['apps/*', 'apps/a/b', undefined],
  ['{name}-prod', '-prod', undefined],
  ['{name}-prod', 'a/b-prod', undefined],
  ['{name}-prod', 'a:b-prod', undefined],
  ['{name}', '.hidden', undefined],
  ['*', 'x'.repeat(1_025), undefined],
])('%s against %s', (pattern, text, expected) => {
  expect(match(pattern, text)).toEqual(expected);
});

it.each([
  ['', /1 to 200/],
  ['^prod-.*', /is a regular expression/],
  ['prod-.*$', /is a regular expression/],
  ['prod-eu|prod-us', /is a regular expression/],
  ['prod-(eu)?', /is a regular expression/],
  ['prod-[a-z]+', /is a regular expression/],
  ['prod\\-eu', /is a regular expression/],
  ['prod-.+', /is a regular expression/],
  ['x'.repeat(201), /1 to 200/],
  ['***', /no other \*/],
  ['{Name}', /no other \* or braces/],
  ['{name', /no other \* or braces/],
  ['a}b', /no other \* or braces/],
  ['{}', /no other \* or braces/],
  ['{a}{b}', /side by side/],
  ['*{a}', /side by side/],
  ['*-*-*-*-*-*-*-*-*', /more than 8/],
])('refuses %s', (pattern, problem) => {
  expect(compilePattern(pattern)).toEqual({
    problem: expect.stringMatching(problem),
  });
});

it('takes no longer for a text that somebody chose for it', () => {
  const pattern = patternOf('**a**a**a**a**a**a**a**b'.replace(/\*\*b$/, 'b'));
  const text = 'a'.repeat(1_024);
  const started = performance.now();
  for (let round = 0; round < 20; round += 1) {
    expect(matchPattern(pattern, text)).toBeUndefined();
  }
  // Without remembering what led nowhere it would not end in this century.
  expect(performance.now() - started).toBeLessThan(5_000);
});
