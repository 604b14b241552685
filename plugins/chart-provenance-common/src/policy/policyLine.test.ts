import { patternWords } from './patternWords';
import { signatureLine } from './policyLine';
import { asksKey, asksKeyless, ISSUER, policy } from './testing/judgeInputs';
import { asksKeyring } from './testing/provenanceFileRows';
import { SignerRequirement } from './types';

const asks = (subjectPattern: string): SignerRequirement => ({
  kind: 'keyless',
  root: 'public',
  issuer: ISSUER,
  subjectPattern,
});

describe('signatureLine', () => {
  it.each<[string, SignerRequirement[], string]>([
    [
      'a pattern, with a star for what it leaves free',
      [
        asks(
          '^https://github\\.com/acme/[a-z0-9-]+/\\.github/workflows/release\\.yml@refs/tags/v[0-9A-Za-z.+-]+$',
        ),
      ],
      'Signed by acme/* · release.yml @ refs/tags/v*',
    ],
    [
      'a pattern that cannot be put in words',
      [asks('https://github\\.com/acme/(a|b)/x')],
      'Signed by an identity that matches the pattern',
    ],
    [
      'any host, which must be seen',
      [asks('https://.+/acme/a/\\.github/workflows/r\\.yml@refs/heads/main')],
      'Signed by https://*/acme/a/.github/workflows/r.yml@refs/heads/main',
    ],
    [
      'one of several',
      [asksKeyless, asksKey],
      'Signed by acme/payments · release.yml @ refs/tags/v*, or key release',
    ],
    [
      'a keyring, and what it does not prove',
      [asksKeyring],
      'Signed by a PGP key of keyring edge-team (the chart archive alone)',
    ],
  ])('says %s', (_, anyOf, title) => {
    expect(signatureLine(policy({ anyOf })).title).toBe(title);
  });

  it('says exactly what is asked, too, but for a key, whose name is all there is', () => {
    expect(
      signatureLine(policy({ anyOf: [asksKeyless, asksKey] })).asks,
    ).toEqual([
      'subjectPattern: https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*\n' +
        `issuer: ${ISSUER}\n` +
        'root: public',
    ]);
    expect(signatureLine(policy({ anyOf: [asksKey] }))).not.toHaveProperty(
      'asks',
    );
  });
});

describe('patternWords', () => {
  it.each(['a.b', 'a+', '\\.*', 'a|b', '(a)', '[a]', 'a{2}', '\\pL+', 'a\\'])(
    'does not guess at %s',
    pattern => {
      expect(patternWords(pattern)).toBeUndefined();
    },
  );

  it.each([
    ['a\\.b\\d+', 'a.b*'],
    ['[^@]+@acme\\.dev', '*@acme.dev'],
  ])('reads %s as %s', (pattern, words) => {
    expect(patternWords(pattern)).toBe(words);
  });
});
