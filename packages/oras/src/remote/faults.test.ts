import type { Fault } from 'chart-provenance-dev-registry';
import { closeRegistries, REPOSITORY } from '../__testUtils__/registry';
import {
  chart,
  closeServers,
  everything,
  paths,
  seeded,
} from '../__testUtils__/seeded';
import { digestOf } from '../descriptor/digestOf';
import type { OrasErrorCode } from '../error/OrasError';

afterEach(async () => {
  await closeRegistries();
  await closeServers();
});

describe('a registry that misbehaves', () => {
  const cases: [string, keyof typeof paths, Fault, OrasErrorCode][] = [
    ['401', 'manifest', { kind: 'status', status: 401 }, 'unauthorized'],
    ['403', 'tags', { kind: 'status', status: 403 }, 'denied'],
    ['404', 'tags', { kind: 'status', status: 404 }, 'not-found'],
    [
      '403 for referrers',
      'referrers',
      { kind: 'status', status: 403 },
      'denied',
    ],
    [
      '400 for referrers',
      'referrers',
      { kind: 'status', status: 400 },
      'malformed-response',
    ],
    [
      '429',
      'manifest',
      { kind: 'status', status: 429, retryAfter: 900 },
      'rate-limited',
    ],
    ['500', 'blob', { kind: 'status', status: 500 }, 'unavailable'],
    ['503', 'referrers', { kind: 'status', status: 503 }, 'unavailable'],
    ['silence', 'manifest', { kind: 'hang' }, 'timeout'],
    ['a reset', 'manifest', { kind: 'reset' }, 'network'],
    ['a cut manifest', 'manifest', { kind: 'truncate' }, 'network'],
    ['a cut blob', 'blob', { kind: 'truncate', bytes: 2 }, 'network'],
    [
      'altered blob bytes',
      'blob',
      { kind: 'digest', alterBytes: true },
      'digest-mismatch',
    ],
    ['an endless manifest', 'manifest', { kind: 'oversize' }, 'too-large'],
    ['an endless blob', 'blob', { kind: 'oversize' }, 'size-mismatch'],
    ['endless tags', 'tags', { kind: 'oversize' }, 'too-large'],
    ['endless referrers', 'referrers', { kind: 'oversize' }, 'too-large'],
    ['a gzip bomb', 'blob', { kind: 'gzip-bomb' }, 'malformed-response'],
    ['broken tags', 'tags', { kind: 'malformed' }, 'malformed-response'],
    [
      'broken referrers',
      'referrers',
      { kind: 'malformed' },
      'malformed-response',
    ],
    [
      'a broken manifest',
      'manifest',
      { kind: 'malformed' },
      'malformed-response',
    ],
    [
      'tag pages in a circle',
      'tags',
      { kind: 'link', next: 'loop' },
      'malformed-response',
    ],
    [
      'tag pages elsewhere',
      'tags',
      { kind: 'link', next: 'https://evil.example/v2/x' },
      'egress-refused',
    ],
    [
      'tag pages of another list',
      'tags',
      { kind: 'link', next: '/v2/other/tags/list?n=1' },
      'egress-refused',
    ],
    [
      'referrer pages elsewhere',
      'referrers',
      { kind: 'link', next: '//evil.example/' },
      'egress-refused',
    ],
    [
      'a manifest elsewhere',
      'manifest',
      { kind: 'redirect', location: 'https://evil.example/' },
      'redirect-refused',
    ],
    [
      'tags elsewhere',
      'tags',
      { kind: 'redirect', location: 'https://evil.example/' },
      'redirect-refused',
    ],
    [
      'a blob in the clear',
      'blob',
      { kind: 'redirect', location: 'http://evil.example/' },
      'redirect-refused',
    ],
    [
      'a blob in the metadata service',
      'blob',
      { kind: 'redirect', location: 'https://169.254.169.254/' },
      'egress-refused',
    ],
    [
      'a blob nowhere',
      'blob',
      { kind: 'redirect', location: '' },
      'redirect-refused',
    ],
  ];
  it.each(cases)('%s', async (_, what, fault, code) => {
    const { registry, client } = await seeded({
      faults: [{ match: { path: paths[what] }, fault }],
    });
    // Whatever else it is has to be found before the time is up, on a busy machine too.
    const totalMs = code === 'timeout' ? 1_500 : 20_000;
    await expect(
      everything(client({}, { timeouts: { totalMs } })),
    ).rejects.toMatchObject({ name: 'OrasError', code });
    // Well again, it answers: nothing wrong was remembered.
    registry.setFaults([]);
    await everything(client());
  });

  it('names host, status and wait', async () => {
    const { registry, client } = await seeded({
      faults: [{ fault: { kind: 'status', status: 429, retryAfter: 900 } }],
    });
    await expect(client().resolve('1.0.0')).rejects.toMatchObject({
      host: registry.host,
      status: 429,
      retryAfterMs: 900_000,
    });
    registry.setFaults([{ fault: { kind: 'status', status: 403 } }]);
    await expect(client().resolve('1.0.0')).rejects.toThrow(
      new RegExp(`^${registry.host}: ${REPOSITORY} 1.0.0: HTTP 403 \\(\\w+`),
    );
  });

  it('recovers from passing trouble', async () => {
    const { client } = await seeded({
      faults: [
        { times: 1, fault: { kind: 'status', status: 503 } },
        { times: 1, fault: { kind: 'reset' } },
        { times: 1, fault: { kind: 'status', status: 429, retryAfter: 1 } },
      ],
    });
    expect(await client().resolve('1.0.0')).toEqual(chart.descriptor);
  });

  it('takes the hash of the bytes for the digest, whatever the header says', async () => {
    const lie = digestOf(new Uint8Array());
    const { registry, client } = await seeded({
      faults: [{ fault: { kind: 'digest', header: lie } }],
    });
    expect(await client().resolve('1.0.0')).toEqual(chart.descriptor);
    registry.setFaults([
      {
        fault: {
          kind: 'digest',
          header: chart.descriptor.digest,
          alterBytes: true,
        },
      },
    ]);
    await expect(
      client().resolve(chart.descriptor.digest),
    ).rejects.toMatchObject({ name: 'OrasError' });
    const altered = await client()
      .resolve('1.0.0')
      .catch(() => undefined);
    expect(altered?.digest).not.toBe(chart.descriptor.digest);
  });
});
