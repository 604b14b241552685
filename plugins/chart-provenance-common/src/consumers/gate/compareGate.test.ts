import { SignerRequirement, TrustPolicy } from '../../policy/types';
import { GateReading } from '../types';
import { compareGate } from './compareGate';

const ISSUER = 'https://token.actions.githubusercontent.com';
const SUBJECT =
  'https://github.com/acme/payments/.github/workflows/release.yml@refs/heads/main';
const PATTERN =
  'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*';

function policy(
  more: Partial<SignerRequirement & object> = {},
  rest: Partial<TrustPolicy> = {},
): TrustPolicy {
  return {
    name: 'acme-release',
    selectable: false,
    anyOf: [
      { kind: 'key', key: 'acme' },
      {
        kind: 'keyless',
        root: 'public',
        issuer: ISSUER,
        subjectPattern: PATTERN,
        ...more,
      } as SignerRequirement,
    ],
    requireAttestations: [],
    maxStalenessMs: 86_400_000,
    ...rest,
  };
}

const EXACT = policy({ subject: SUBJECT, subjectPattern: undefined });

function escaped(text: string): string {
  return `^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`;
}

function verify(
  identities: { issuer: string; subject: string }[],
  more: Partial<Extract<GateReading, { kind: 'flux-verify' }>> = {},
): GateReading {
  return {
    kind: 'flux-verify',
    provider: 'cosign',
    identities,
    secretRef: null,
    verified: null,
    ...more,
  };
}

const identity = (subject: string, issuer = escaped(ISSUER)) => [
  { issuer, subject },
];
const PUBLIC = { publicRoots: ['public'] };

it.each<[string, GateReading, TrustPolicy[], string]>([
  [
    'the exact subject, escaped',
    verify(identity(escaped(SUBJECT))),
    [EXACT],
    'as-policy',
  ],
  [
    'the pattern, anchored',
    verify(identity(`^${PATTERN}$`)),
    [policy()],
    'as-policy',
  ],
  [
    'the pattern in a group',
    verify(identity(`^(?:${PATTERN})$`)),
    [policy()],
    'as-policy',
  ],
  ...[
    ['alternatives of one policy: a subject and a pattern', `(?:${PATTERN})`],
    ['alternatives with brackets in a class', '(?:a[|)\\]])'],
  ].map(([name, other]): [string, GateReading, TrustPolicy[], string] => [
    name,
    verify(identity(`^(?:${escaped(SUBJECT).slice(1, -1)}|${other})$`)),
    [
      policy(
        {},
        {
          anyOf: [
            ...EXACT.anyOf,
            ...policy({
              subjectPattern: other.slice(3, -1),
            }).anyOf,
          ],
        },
      ),
    ],
    'as-policy',
  ]),
  [
    'a pattern of the policy that has alternatives itself',
    verify(identity('^(?:a.*|b)$')),
    [policy({ subjectPattern: 'a.*|b' })],
    'as-policy',
  ],
  [
    'one subject that the pattern takes',
    verify(identity(escaped(SUBJECT.replace('heads/main', 'tags/v1')))),
    [policy()],
    'as-policy',
  ],
  [
    'alternatives in a group around all of them',
    verify(identity('^(a|b)$')),
    [policy({ subjectPattern: 'a|b' })],
    'as-policy',
  ],
  [
    'two identities of one policy',
    verify([...identity(escaped(SUBJECT)), ...identity(escaped(SUBJECT))]),
    [EXACT],
    'as-policy',
  ],

  ['nobody in particular', verify([]), [EXACT], 'weaker'],
  [
    'a subject that is not anchored at its end',
    verify(identity(escaped(SUBJECT).slice(0, -1))),
    [EXACT],
    'weaker',
  ],
  [
    'a subject that is not anchored at its beginning',
    verify(identity(escaped(SUBJECT).slice(1))),
    [EXACT],
    'weaker',
  ],
  [
    'an end that is a dollar sign, not an anchor',
    verify(identity(`${escaped(SUBJECT).slice(0, -1)}\\$`)),
    [EXACT],
    'weaker',
  ],
  [
    'a pattern that is not anchored',
    verify(identity(PATTERN)),
    [policy()],
    'weaker',
  ],
  [
    'dots that are not escaped',
    verify(identity(`^${SUBJECT}$`)),
    [EXACT],
    'weaker',
  ],
  [
    'an issuer with dots that are not escaped',
    verify(identity(escaped(SUBJECT), `^${ISSUER}$`)),
    [EXACT],
    'weaker',
  ],
  [
    'an issuer that is not anchored',
    verify(identity(escaped(SUBJECT), ISSUER)),
    [EXACT],
    'weaker',
  ],
  [
    'another issuer',
    verify(identity(escaped(SUBJECT), escaped('https://gitlab.com'))),
    [EXACT],
    'weaker',
  ],
  [
    'another subject',
    verify(identity(escaped(`${SUBJECT}2`))),
    [EXACT],
    'weaker',
  ],
  [
    'anything of the owner',
    verify(identity('^https://github\\.com/acme/.*$')),
    [EXACT],
    'weaker',
  ],
  [
    'one identity too many',
    verify([...identity(escaped(SUBJECT)), ...identity('.*')]),
    [EXACT],
    'weaker',
  ],
  [
    'alternatives that the anchors do not hold together',
    verify(identity('^a|b$')),
    [policy({ subjectPattern: 'a|b' })],
    'weaker',
  ],
  [
    'a policy with flags, which reach beyond where they stand',
    verify(identity('^(?i)a$')),
    [
      policy(
        {},
        {
          anyOf: [
            ...policy({ subjectPattern: '(?i)a' }).anyOf,
            ...policy({ subjectPattern: 'b' }).anyOf,
          ],
        },
      ),
    ],
    'weaker',
  ],
  ...[
    ['a policy that takes nobody, and makes flags of a group', '?i:a'],
    ['a policy that takes nobody, and closes the group', 'a)|(b'],
  ].map(([name, pattern]): [string, GateReading, TrustPolicy[], string] => [
    name,
    verify(identity(`^(${pattern})$`)),
    [policy({ subjectPattern: pattern })],
    'weaker',
  ]),
  [
    'a quotation that swallows the anchor',
    verify(identity('^\\Qa$')),
    [policy({ subjectPattern: '\\Qa' })],
    'weaker',
  ],
  [
    'an empty alternative',
    verify(identity('^(?:|a)$')),
    [policy({ subjectPattern: 'a' })],
    'weaker',
  ],
  [
    'one alternative too many',
    verify(identity(`^(?:${escaped(SUBJECT).slice(1, -1)}|.*)$`)),
    [EXACT],
    'weaker',
  ],
  [
    'flags that reach from one alternative into the next',
    verify(identity('^(?:(?i)a|b)$')),
    [
      policy({ subjectPattern: '(?i)a' }),
      policy({ subjectPattern: 'b' }),
    ].slice(1),
    'weaker',
  ],
  [
    'alternatives that two groups make',
    verify(identity('^(a)|(b)$')),
    [policy({ subjectPattern: 'a|b' })],
    'weaker',
  ],
  [
    'anchors of lines',
    verify(identity('(?m)^a$')),
    [policy({ subject: 'a', subjectPattern: undefined })],
    'weaker',
  ],
  [
    'a class where a letter is meant',
    verify(identity('^\\d$')),
    [policy({ subject: 'd', subjectPattern: undefined })],
    'weaker',
  ],
  [
    'the id of the repository, which nobody asks Flux for',
    verify(identity(`^${PATTERN}$`)),
    [policy({ sourceRepositoryId: '1' })],
    'weaker',
  ],
  [
    'attestations that nobody asks Flux for',
    verify(identity(escaped(SUBJECT))),
    [
      {
        ...EXACT,
        requireAttestations: [{ type: 'https://slsa.dev/provenance/v1' }],
      },
    ],
    'weaker',
  ],
  [
    'one of two policies',
    verify(identity(escaped(SUBJECT))),
    [EXACT, policy()],
    'weaker',
  ],
  [
    'a policy of keys only',
    verify(identity(escaped(SUBJECT))),
    [policy({}, { anyOf: [{ kind: 'key', key: 'acme' }] })],
    'weaker',
  ],

  [
    'a policy under a root of its own',
    verify(identity(escaped(SUBJECT))),
    [policy({ subject: SUBJECT, subjectPattern: undefined, root: 'acme' })],
    'other',
  ],
  [
    'a root of its own in Flux',
    verify(identity(escaped(SUBJECT)), { trustedRoot: 'acme-root' }),
    [EXACT],
    'other',
  ],
  ['keys in a Secret', verify([], { secretRef: 'keys' }), [EXACT], 'other'],
  [
    'keys in a Secret, whatever identities stand beside it',
    verify(identity(escaped(SUBJECT)), { secretRef: 'keys' }),
    [EXACT],
    'other',
  ],
  ['notation', verify([], { provider: 'notation' }), [EXACT], 'other'],
  [
    'a provider of the future',
    verify([], { provider: 'other' }),
    [EXACT],
    'other',
  ],
  ['a chart without a policy', verify(identity(escaped(SUBJECT))), [], 'other'],

  [
    'Argo CD',
    { kind: 'none', why: 'Argo CD checks no signatures of charts.' },
    [EXACT],
    'none',
  ],
  ['a dependency', { kind: 'not-applicable' }, [EXACT], 'not-applicable'],
])('%s', (_, gate, policies, strength) => {
  const compared = compareGate(gate, policies, PUBLIC);
  expect(compared.strength).toBe(strength);
  expect(compared.message).toMatch(/^[A-Z].*\.$/);
});

it('is never as the policy when nothing is known of the roots', () => {
  expect(
    compareGate(verify(identity(escaped(SUBJECT))), [EXACT]).strength,
  ).toBe('other');
});

it('says plainly that Argo CD checks nothing, and what Flux says of its last check', () => {
  const why = 'Argo CD checks no signatures of charts.';
  expect(compareGate({ kind: 'none', why }, [EXACT]).message).toBe(why);
  const failed = verify(identity(escaped(SUBJECT)), {
    verified: { ok: false, message: 'no matching signatures' },
  });
  expect(compareGate(failed, [EXACT], PUBLIC)).toEqual({
    strength: 'as-policy',
    message:
      'Flux lets in only what identities of policy acme-release signed. Its last check failed: no matching signatures',
  });
});
