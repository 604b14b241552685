import { read, trust } from '../__testUtils__/rawConfig';

it.each<[string, unknown, RegExp]>([
  [
    'a root without file',
    trust({ roots: [{ id: 'acme', type: 'file' }] }),
    /trust\.roots\[0\]\.path: is missing/,
  ],
  [
    'a root of unknown type',
    trust({ roots: [{ id: 'acme', type: 'ca' }] }),
    /trust\.roots\[0\]\.type: must be publicGood, file, github or tuf/,
  ],
  [
    'a root that proves no time',
    trust({
      roots: [
        {
          id: 'acme',
          type: 'publicGood',
          thresholds: { tlog: 0, timestamp: 0 },
        },
      ],
    }),
    /trust\.roots\[0\]\.thresholds: tlog and timestamp are both 0/,
  ],
  [
    'a key in two places',
    trust({ keys: [{ id: 'a', path: 'a', pem: 'b' }] }),
    /trust\.keys\[0\]: needs exactly one of path and pem/,
  ],
  [
    'a key nowhere',
    trust({ keys: [{ id: 'a' }] }),
    /trust\.keys\[0\]: needs exactly one of path and pem/,
  ],
  [
    'a window upside down',
    trust({
      keys: [
        {
          id: 'a',
          pem: 'b',
          validFrom: '2026-02-01',
          validUntil: '2026-01-01',
        },
      ],
    }),
    /trust\.keys\[0\]: validFrom must be before validUntil/,
  ],
  [
    'a time that is none',
    trust({ keys: [{ id: 'a', pem: 'b', validFrom: 'soon' }] }),
    /trust\.keys\[0\]\.validFrom: must be a time/,
  ],
  [
    'distrust of nothing',
    trust({ distrust: [{ id: 'a', reason: 'b' }] }),
    /trust\.distrust\[0\]: names nothing/,
  ],
  [
    'distrust without reason',
    trust({ distrust: [{ id: 'a', digest: `sha256:${'0'.repeat(64)}` }] }),
    /trust\.distrust\[0\]\.reason: must say why/,
  ],
  [
    'a keyring in two places',
    trust({ keyrings: [{ id: 'a', path: 'a', armored: 'b' }] }),
    /trust\.keyrings\[0\]: needs exactly one of path and armored/,
  ],
  [
    'a keyring nowhere',
    trust({ keyrings: [{ id: 'a' }] }),
    /trust\.keyrings\[0\]: needs exactly one of path and armored/,
  ],
  [
    'a keyring in PEM',
    trust({ keyrings: [{ id: 'a', pem: 'b', path: 'c' }] }),
    /trust\.keyrings\[0\]: unknown key 'pem'/,
  ],
  [
    'a keyring with a window upside down',
    trust({
      keyrings: [
        {
          id: 'a',
          path: 'b',
          validFrom: '2026-02-01',
          validUntil: '2026-01-01',
        },
      ],
    }),
    /trust\.keyrings\[0\]: validFrom must be before validUntil/,
  ],
  [
    'a keyring twice',
    trust({
      keyrings: [
        { id: 'a', path: 'b' },
        { id: 'a', path: 'c' },
      ],
    }),
    /trust\.keyrings\[1\]: 'a' is there twice/,
  ],
  [
    'a store in two places',
    trust({ stores: [{ id: 'a', path: 'a', pem: 'b' }] }),
    /trust\.stores\[0\]: needs exactly one of path and pem/,
  ],
  [
    'a store with a window',
    trust({ stores: [{ id: 'a', path: 'a', validUntil: '2027-01-01' }] }),
    /trust\.stores\[0\]: unknown key 'validUntil'/,
  ],
  [
    'distrust of an unknown root',
    trust({ distrust: [{ id: 'a', reason: 'b', root: 'c' }] }),
    /no root is called 'c', and none is configured/,
  ],
  [
    'distrust of a log entry by its index',
    trust({ distrust: [{ id: 'a', reason: 'b', logEntry: '1234567' }] }),
    /trust\.distrust\[0\]\.logEntry: must be an entry of a transparency log: its UUID of 80/,
  ],
  [
    'distrust of a log entry that is a number',
    trust({ distrust: [{ id: 'a', reason: 'b', logEntry: 1234567 }] }),
    /trust\.distrust\[0\]\.logEntry: must be an entry of a transparency log/,
  ],
  [
    'distrust of an unknown key',
    trust({ distrust: [{ id: 'a', reason: 'b', key: 'c' }] }),
    /no key is called 'c', and none is configured/,
  ],
  ...['acme/tools', 'github.com/acme', 'github.com/acme/tools/tree/main'].map(
    (sourceRepository): [string, unknown, RegExp] => [
      `distrust of ${sourceRepository}, which no source equals`,
      trust({ distrust: [{ id: 'a', reason: 'b', sourceRepository }] }),
      /trust\.distrust\[0\]\.sourceRepository: must be one whole repository with its host/,
    ],
  ),
  [
    'distrust of identities by a wildcard',
    trust({
      distrust: [
        {
          id: 'a',
          reason: 'b',
          identity: { issuer: 'i', subject: 'https://github.com/acme/*' },
        },
      ],
    }),
    /trust\.distrust\[0\]\.identity\.subject: must be the subject, exactly: there are no patterns/,
  ],
  ...[
    '2026-11-30T10:00',
    '2026-02-30',
    '2026-11-30 (the day it leaked) 10',
    '2026-11-30 10:00:00Z',
  ].map((until): [string, unknown, RegExp] => [
    `distrust until ${until}, which replicas may read in different ways`,
    trust({
      distrust: [{ id: 'a', reason: 'b', key: 'f'.repeat(64), until }],
    }),
    /trust\.distrust\[0\]\.until: must be a time, like/,
  ]),
  [
    'distrust of a digest that is a number',
    trust({ distrust: [{ id: 'a', reason: 'b', digest: 12 }] }),
    /trust\.distrust\[0\]\.digest: must be a digest, like sha256/,
  ],
])('refuses %s', (_name, raw, expected) => {
  const { problems } = read(raw);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

it('takes a keyring, and distrust of one or of any fingerprint', () => {
  const { config, problems } = read(
    trust({
      keyrings: [{ id: 'edge', path: 'edge.asc', validUntil: '2027-01-01' }],
      distrust: [
        { id: 'a', reason: 'It leaked.', key: 'edge' },
        { id: 'b', reason: 'It leaked.', key: `${'AB12 '.repeat(9)}AB12` },
        { id: 'c', reason: 'It leaked.', key: 'f'.repeat(64) },
        // As openssl x509 -fingerprint writes it.
        { id: 'd', reason: 'It leaked.', key: `${'AB:'.repeat(31)}12` },
      ],
    }),
  );
  expect(problems).toEqual([]);
  expect(config.trust.keyrings).toEqual([
    {
      id: 'edge',
      source: { type: 'file', path: 'edge.asc' },
      demo: false,
      validUntil: '2027-01-01T00:00:00.000Z',
    },
  ]);
  expect(config.trust.distrust.map(({ key }) => key)).toEqual([
    'edge',
    'ab12'.repeat(10),
    'f'.repeat(64),
    `${'ab'.repeat(31)}12`,
  ]);
});

it.each([
  'github.com/acme/tools',
  'git@github.com:acme/tools.git',
  'https://gitlab.acme.dev/platform/base/tools',
  'git.acme.dev/tools',
  'git/platform/tools',
])('takes distrust of the repository %s', sourceRepository => {
  const entry = { id: 'a', reason: 'b', sourceRepository };
  const { config, problems } = read(trust({ distrust: [entry] }));
  expect(problems).toEqual([]);
  expect(config.trust.distrust).toMatchObject([{ sourceRepository }]);
});

it('takes a log entry in any spelling of its UUID, and a store as a root', () => {
  const leaf = 'ab12'.repeat(16);
  const { config, problems } = read(
    trust({
      stores: [{ id: 'acme-ca', pem: 'x' }],
      distrust: [
        { logEntry: leaf },
        { logEntry: leaf.toUpperCase() },
        { logEntry: `0x${leaf}` },
        { logEntry: `24296fb24b8ad77a${leaf}` },
        { logEntry: `0x24296FB24B8AD77A${leaf.toUpperCase()}` },
        { root: 'acme-ca' },
      ].map((entry, index) => ({ id: `${index}`, reason: 'r', ...entry })),
    }),
  );
  expect(problems).toEqual([]);
  expect(
    config.trust.distrust.map(({ logEntry, root }) => logEntry ?? root),
  ).toEqual([leaf, leaf, leaf, leaf, leaf, 'acme-ca']);
});
