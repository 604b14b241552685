import { parsePolicyText } from './parsePolicyText';
import { parseConfig } from './parseConfig';
import { Problems } from './problems';

const config = parseConfig(
  {
    trust: {
      roots: [{ id: 'public', type: 'publicGood' }],
      keys: [{ id: 'release', pem: 'PEM' }],
    },
  },
  new Problems(),
);

const GOOD = `
name: strict
anyOf:
  - root: public
    issuer: https://token.actions.githubusercontent.com
    subject: https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main
require:
  attestations: [https://slsa.dev/provenance/v1]
`;

describe('parsePolicyText', () => {
  it.each([
    ['a policy', GOOD],
    ['a list of one', GOOD.trim().replace(/^/gm, '  ').replace('  n', '- n')],
    ['a key', 'name: k\nanyOf: [{ key: release }]\n'],
    [
      'a pattern with all that patterns have',
      `name: p\nanyOf:\n  - root: public\n    issuer: https://a.dev\n    allowAnyRef: true\n    subjectPattern: 'https://[a-z]*\\.acme\\.dev/(?:a|b)*x[&*]y'\n`,
    ],
  ])('reads %s', (_, text) => {
    expect(parsePolicyText(text, config).anyOf).toHaveLength(1);
  });

  it.each<[string, string, RegExp]>([
    ['what is no YAML', 'name: [', /no YAML/],
    ['no policy', '[]', /exactly one policy, and there are 0/],
    [
      'two policies',
      '- {name: a, anyOf: [{key: release}]}\n- {name: b, anyOf: [{key: release}]}',
      /there are 2/,
    ],
    [
      'an unknown root',
      GOOD.replace('root: public', 'root: publik'),
      /policies\[0\]\.anyOf\[0\]\.root.*did you mean 'public'/,
    ],
    ['a misspelt key', GOOD.replace('require:', 'requires:'), /requires/],
    [
      'an open pattern',
      `name: p\nanyOf: [{root: public, issuer: 'https://a.dev', subjectPattern: '.*'}]`,
      /allowAnyRef/,
    ],
    ['aliases', `a: &a [x]\nname: p\nanyOf: [*a, *a]`, /anchors/],
    ['depth', '['.repeat(30_000), /no YAML/],
    ['too much', `name: ${'x'.repeat(40_000)}`, /at most 32768/],
  ])('refuses %s and says what is wrong', (_, text, words) => {
    expect(() => parsePolicyText(text, config)).toThrow(words);
  });
});
