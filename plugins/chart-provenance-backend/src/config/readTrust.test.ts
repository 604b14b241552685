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
    'distrust of an unknown key',
    trust({ distrust: [{ id: 'a', reason: 'b', key: 'c' }] }),
    /no key is called 'c', and none is configured/,
  ],
])('refuses %s', (_name, raw, expected) => {
  const { problems } = read(raw);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});
