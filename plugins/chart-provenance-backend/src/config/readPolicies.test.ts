import { KEYLESS, policy, read } from '../__testUtils__/rawConfig';

it.each<[string, unknown, RegExp]>([
  [
    'a policy nobody can meet',
    policy({ anyOf: [] }),
    /policies\[0\]\.anyOf: It is empty/,
  ],
  [
    'a policy with an unknown keyring',
    policy({ anyOf: [{ keyring: 'edgee' }] }),
    /policies\[0\]\.anyOf\[0\]\.keyring: no keyring is called 'edgee'; did you mean 'edge'\?/,
  ],
  [
    'a keyring with an issuer',
    policy({ anyOf: [{ keyring: 'edge', issuer: 'a' }] }),
    /policies\[0\]\.anyOf\[0\]: unknown key 'issuer'; known here: keyring/,
  ],
  [
    'a keyring and a root',
    policy({ anyOf: [{ ...KEYLESS, keyring: 'edge' }] }),
    /policies\[0\]\.anyOf\[0\]: unknown key 'keyring'/,
  ],
  [
    'a policy with an unknown root',
    policy({ anyOf: [{ ...KEYLESS, root: 'acne' }] }),
    /policies\[0\]\.anyOf.*no root is called 'acne'; did you mean 'acme'\?/,
  ],
  [
    'a policy with an unknown key',
    policy({ anyOf: [{ key: 'relase' }] }),
    /no key is called 'relase'; did you mean 'release'\?/,
  ],
  [
    'both subject and pattern',
    policy({
      anyOf: [
        { ...KEYLESS, subjectPattern: KEYLESS.subject, allowAnyRef: true },
      ],
    }),
    /policies\[0\]\.anyOf\[0\]: Write exactly one of subject and subjectPattern/,
  ],
  [
    'a pattern open to any ref',
    policy({
      anyOf: [
        {
          root: 'acme',
          issuer: 'https://a',
          subjectPattern: 'https://github\\.com/acme/.*',
        },
      ],
    }),
    /policies\[0\]\.anyOf\[0\]\.subjectPattern: It leaves the repository open .* or set allowAnyRef: true/,
  ],
  [
    'a pattern that cannot be compiled',
    policy({
      anyOf: [{ root: 'acme', issuer: 'https://a', subjectPattern: '(?=a)' }],
    }),
    /policies\[0\]\.anyOf\[0\]\.subjectPattern: It is not a regular expression/,
  ],
  [
    'neither subject nor pattern',
    policy({ anyOf: [{ root: 'acme', issuer: 'https://a' }] }),
    /policies\[0\]\.anyOf\[0\]: Write exactly one/,
  ],
  [
    'a misspelt requirement',
    policy({ anyOf: [{ ...KEYLESS, isuer: 'a' }] }),
    /policies\[0\]\.anyOf\[0\]: unknown key 'isuer'; did you mean 'issuer'\?/,
  ],
  [
    'a staleness without unit',
    policy({ maxStaleness: '24' }),
    /policies\[0\]\.maxStaleness: must be a duration from 1m to 365d/,
  ],
  [
    'a staleness without end',
    policy({ maxStaleness: { years: 100 } }),
    /policies\[0\]\.maxStaleness: must be a duration/,
  ],
  [
    'a policy twice',
    {
      trust: policy({}).trust,
      policies: [...policy({}).policies, ...policy({}).policies],
    },
    /policies\[1\]: 'acme-release' is there twice/,
  ],
])('refuses %s', (_name, raw, expected) => {
  const { problems } = read(raw);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});
