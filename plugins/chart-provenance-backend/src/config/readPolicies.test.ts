import { KEYLESS, policy, read } from '../__testUtils__/rawConfig';

const attested = (attestation: unknown) =>
  policy({ require: { attestations: [attestation] } });

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
    'a policy with an unknown store',
    policy({ anyOf: [{ store: 'acme-cb' }] }),
    /policies\[0\]\.anyOf\[0\]\.store: no store is called 'acme-cb'; did you mean 'acme-ca'\?/,
  ],
  [
    'a store with an issuer',
    policy({ anyOf: [{ store: 'acme-ca', issuer: 'a' }] }),
    /policies\[0\]\.anyOf\[0\]: unknown key 'issuer'; known here: store, subject/,
  ],
  [
    'an id that YAML cannot hold',
    policy({ anyOf: [{ ...KEYLESS, sourceRepositoryId: 2 ** 53 }] }),
    /policies\[0\]\.anyOf\[0\]\.sourceRepositoryId: Write the id as a text, in quotes/,
  ],
  [
    'a misspelt member of a certificate',
    policy({ anyOf: [{ ...KEYLESS, sourceRepositoryID: '1' }] }),
    /unknown key 'sourceRepositoryID'; did you mean 'sourceRepositoryId'\?/,
  ],
  [
    'a misspelt part of an attestation',
    attested({ type: 'https://a', builder: ['x'] }),
    /policies\[0\]\.require\.attestations\[0\]: unknown key 'builder'; did you mean 'builders'\?/,
  ],
  [
    'an attestation without a type',
    attested({ anyOf: [{ key: 'release' }] }),
    /policies\[0\]\.require\.attestations\[0\]: Write a predicate type, or \{type, anyOf, builders\}/,
  ],
  [
    'an attester nobody knows',
    attested({ type: 'https://a', anyOf: [{ key: 'relase' }] }),
    /policies\[0\]\.require\.attestations\[0\]\.anyOf\[0\]\.key: no key is called 'relase'; did you mean 'release'\?/,
  ],
  [
    'an attester by an open pattern',
    attested({
      type: 'https://a',
      anyOf: [{ root: 'acme', issuer: 'i', subjectPattern: '.*' }],
    }),
    /policies\[0\]\.require\.attestations\[0\]\.anyOf\[0\]\.subjectPattern: It leaves the identity open/,
  ],
  [
    'a misspelt attester',
    attested({ type: 'https://a', anyOf: [{ key: 'release', isuer: 'x' }] }),
    /policies\[0\]\.require\.attestations\[0\]\.anyOf\[0\]: unknown key 'isuer'/,
  ],
  [
    'a keyring that attests',
    attested({ type: 'https://a', anyOf: [{ keyring: 'edge' }] }),
    /policies\[0\]\.require\.attestations\[0\]\.anyOf\[0\]: Name a root or a key: nothing else attests/,
  ],
  [
    'a store that attests',
    attested({ type: 'https://a', anyOf: [{ store: 'acme-ca' }] }),
    /policies\[0\]\.require\.attestations\[0\]\.anyOf\[0\]: Name a root or a key: nothing else attests/,
  ],
  [
    'nobody who attests',
    attested({ type: 'https://a', anyOf: [] }),
    /policies\[0\]\.require\.attestations\[0\].*/,
  ],
  [
    'builders of an SBOM',
    attested({ type: 'https://spdx.dev/Document', builders: ['x'] }),
    /policies\[0\]\.require\.attestations\[0\]\.builders: Only https:\/\/slsa\.dev\/provenance names a builder/,
  ],
  [
    'builders by a wildcard',
    attested({
      type: 'https://slsa.dev/provenance/v1',
      builders: ['https://github.com/actions/runner/*'],
    }),
    /policies\[0\]\.require\.attestations\[0\]\.builders: They are compared literally/,
  ],
  [
    'the short name that cosign has for a type',
    attested('slsaprovenance1'),
    /policies\[0\]\.require\.attestations\[0\]: It is no URI; write the type in full/,
  ],
  [
    'attestations that are no list',
    policy({ require: { attestations: 'https://spdx.dev/Document' } }),
    /policies\[0\]\.require\.attestations: Write a list\./,
  ],
  [
    'attestations without their name',
    policy({ require: ['https://spdx.dev/Document'] }),
    /policies\[0\]\.require: Write an object with attestations, a list\./,
  ],
  [
    'a name in the place of an id',
    policy({ anyOf: [{ ...KEYLESS, sourceRepositoryId: 'acme/payments' }] }),
    /policies\[0\]\.anyOf\[0\]\.sourceRepositoryId: It is a name; write the id/,
  ],
  [
    'two triggers',
    policy({ anyOf: [{ ...KEYLESS, trigger: ['push', 'release'] }] }),
    /policies\[0\]\.anyOf\[0\]\.trigger: Write a text/,
  ],
  [
    'an identity without issuer',
    policy({ anyOf: [{ root: 'acme', subject: 's' }] }),
    /policies\[0\]\.anyOf\[0\]\.issuer: It is missing\./,
  ],
  [
    'an identity without root',
    policy({ anyOf: [{ issuer: 'i', subject: 's' }] }),
    /policies\[0\]\.anyOf\[0\]: It names no root, key, keyring or store/,
  ],
  [
    'a signer that is a text',
    policy({ anyOf: ['release'] }),
    /policies\[0\]\.anyOf\[0\]: It names no root, key, keyring or store/,
  ],
  [
    'a signature as an attestation',
    attested('https://sigstore.dev/cosign/sign/v1'),
    /policies\[0\]\.require\.attestations\[0\]: A signature attests nothing/,
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

it('takes ids as numbers, stores, and attestations with and without more', () => {
  const type = 'https://slsa.dev/provenance/v1';
  const { config, problems } = read(
    policy({
      anyOf: [
        {
          ...KEYLESS,
          sourceRepositoryId: 123456789,
          sourceOwnerId: '42',
          trigger: 'push',
          runnerEnvironment: 'github-hosted',
        },
        { store: 'acme-ca', subject: 'CN=a' },
      ],
      require: {
        attestations: [
          'https://spdx.dev/Document',
          { type: 'https://spdx.dev/Document' },
          {
            type,
            anyOf: [{ ...KEYLESS, sourceRepositoryId: 1 }, { key: 'release' }],
            builders: ['https://b.dev/1', 'https://b.dev/1'],
          },
        ],
      },
    }),
  );
  expect(problems).toEqual([]);
  expect(config.policies[0]).toMatchObject({
    anyOf: [
      {
        kind: 'keyless',
        ...KEYLESS,
        sourceRepositoryId: '123456789',
        sourceOwnerId: '42',
        trigger: 'push',
        runnerEnvironment: 'github-hosted',
      },
      { kind: 'store', store: 'acme-ca', subject: 'CN=a' },
    ],
    requireAttestations: [
      { type: 'https://spdx.dev/Document' },
      {
        type,
        anyOf: [
          { kind: 'keyless', ...KEYLESS, sourceRepositoryId: '1' },
          { kind: 'key', key: 'release' },
        ],
        builders: ['https://b.dev/1'],
      },
    ],
  });
});
