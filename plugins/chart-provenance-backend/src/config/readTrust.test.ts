import { read, trust } from '../__testUtils__/rawConfig';

it.each<[string, unknown, RegExp]>([
  [
    'a root without file',
    trust({ roots: [{ id: 'acme', type: 'file' }] }),
    /trust\.roots\[0\]\.path: is missing/,
  ],
  [
    'a root of unknown type',
    trust({ roots: [{ id: 'acme', type: 'tuf' }] }),
    /trust\.roots\[0\]\.type: must be publicGood or file/,
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
    'distrust of an unknown key',
    trust({ distrust: [{ id: 'a', reason: 'b', key: 'c' }] }),
    /no key is called 'c', and none is configured/,
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
  ]);
});
