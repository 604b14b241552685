import { patternWords } from './patternWords';
import { attestationLine, signatureLine } from './policyLine';
import {
  asksKey,
  asksKeyless,
  ISSUER,
  policy,
  SLSA,
} from './testing/judgeInputs';
import { asksKeyring } from './testing/provenanceFileRows';
import { asksStore } from './testing/storeRows';
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
    [
      'a store, and that it is never met',
      [asksStore, { ...asksStore, subject: 'CN=a' }],
      'Signed by any certificate of store acme-ca (never met yet), or CN=a of store acme-ca (never met yet)',
    ],
    [
      'the host of a workflow that is not where most are',
      [
        {
          ...asksKeyless,
          subjectPattern:
            'https://git\\.acme\\.dev/acme/payments/\\.gitea/workflows/release\\.yml@refs/tags/v.*',
        },
      ],
      'Signed by git.acme.dev/acme/payments · release.yml @ refs/tags/v*',
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
    const pinned = {
      ...asksKeyless,
      subjectPattern: undefined,
      subject: 's',
      sourceRepositoryId: '101',
      trigger: 'push',
    };
    expect(signatureLine(policy({ anyOf: [pinned] })).asks).toEqual([
      `subject: s\nissuer: ${ISSUER}\nroot: public\nsourceRepositoryId: 101\ntrigger: push`,
    ]);
    const required = policy({
      requireAttestations: [
        { type: SLSA, anyOf: [pinned, asksKey], builders: ['b1', 'b2'] },
      ],
    });
    expect(attestationLine(required, 0)).toEqual({
      id: `policy:acme-release:attestation:${SLSA}`,
      title: `Attested by s, or key release: ${SLSA}, from builder b1 or b2`,
      policy: 'acme-release',
      asks: signatureLine(policy({ anyOf: [pinned] })).asks,
    });
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
