import { BundleJson, bytesOf, SigstoreLab } from './__testUtils__/SigstoreLab';
import { SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';

let lab: SigstoreLab;
let good: BundleJson;

beforeAll(async () => {
  lab = await SigstoreLab.create();
  good = await lab.sign({ subject: SUBJECT });
});

const copies = <T>(count: number, item: T) =>
  Array.from({ length: count }, () => item);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const inEnvelope = (payload: string) => ({
  ...good,
  dsseEnvelope: {
    ...good.dsseEnvelope,
    payload: Buffer.from(payload).toString('base64'),
  },
});
const withMaterial = (
  change: (material: BundleJson['verificationMaterial']) => object,
) => ({
  ...good,
  verificationMaterial: {
    ...good.verificationMaterial,
    ...change(good.verificationMaterial),
  },
});
const withProof = (
  change: (
    proof: BundleJson['verificationMaterial']['tlogEntries'][0]['inclusionProof'],
  ) => object,
) =>
  withMaterial(({ tlogEntries: [entry] }) => ({
    tlogEntries: [
      {
        ...entry,
        inclusionProof: {
          ...entry.inclusionProof,
          ...change(entry.inclusionProof),
        },
      },
    ],
  }));

const hostile: [string, () => unknown][] = [
  [
    '1,000 copies of one timestamp',
    () =>
      withMaterial(({ timestampVerificationData: { rfc3161Timestamps } }) => ({
        timestampVerificationData: {
          rfc3161Timestamps: copies(1_000, rfc3161Timestamps[0]),
        },
      })),
  ],
  [
    'five timestamps',
    () =>
      withMaterial(({ timestampVerificationData: { rfc3161Timestamps } }) => ({
        timestampVerificationData: {
          rfc3161Timestamps: copies(5, rfc3161Timestamps[0]),
        },
      })),
  ],
  [
    '50 copies of one log entry',
    () =>
      withMaterial(({ tlogEntries }) => ({
        tlogEntries: copies(50, tlogEntries[0]),
      })),
  ],
  [
    '1,000 signatures on a checkpoint',
    () =>
      withProof(({ checkpoint: { envelope } }) => {
        const [note, signature] = envelope.split('\n\n');
        return {
          checkpoint: { envelope: `${note}\n\n${signature.repeat(1_000)}` },
        };
      }),
  ],
  [
    '10,000 proof hashes',
    () => withProof(() => ({ hashes: copies(10_000, 'AAAA') })),
  ],
  [
    'a number of 100,000 digits',
    () => withProof(() => ({ logIndex: '9'.repeat(100_000) })),
  ],
  [
    'a timestamp of 100 KiB',
    () =>
      withMaterial(() => ({
        timestampVerificationData: {
          rfc3161Timestamps: [
            { signedTimestamp: Buffer.alloc(100_000, 0x30).toString('base64') },
          ],
        },
      })),
  ],
  [
    '1,025 subjects',
    () =>
      inEnvelope(
        JSON.stringify({
          _type: 'https://in-toto.io/Statement/v1',
          predicateType: 'https://sigstore.dev/cosign/sign/v1',
          subject: copies(1_025, { digest: { sha256: '1'.repeat(64) } }),
          predicate: {},
        }),
      ),
  ],
  ['a statement nested 50,000 levels deep', () => inEnvelope(nested(50_000))],
  [
    'a bundle nested 50,000 levels deep',
    () => new TextEncoder().encode(nested(50_000)),
  ],
  [
    'a bundle of a million members',
    () => new TextEncoder().encode(`[${copies(100_000, '0').join(',')}]`),
  ],
  ['a bundle of 1 MiB', () => ({ ...good, padding: 'x'.repeat(1024 * 1024) })],
];

/** The least of several runs: what else the machine does only ever adds. */
const leastMs = (run: () => unknown) =>
  Math.min(
    ...copies(9, undefined).map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );

describe('hostile bundles', () => {
  it.each(hostile)(
    '%s are refused, and cost less than a good one',
    (_, make) => {
      const made = make();
      const bytes = made instanceof Uint8Array ? made : bytesOf(made);
      expect(verifyUnder(lab, bytes)[0]).toMatchObject({
        outcome: 'failed',
        code: 'evidence-too-large',
      });
      expect(verifyUnder(lab, good)[0].outcome).toBe('proven');
      // Preparing the root is part of both; 5 ms absorb the noise of a loaded machine.
      const honest = leastMs(() => verifyUnder(lab, good));
      expect(leastMs(() => verifyUnder(lab, bytes))).toBeLessThan(honest + 5);
    },
  );

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['an unfinished string', new TextEncoder().encode('{"mediaType":"\\')],
    ['null', new TextEncoder().encode('null')],
    ['an array', new TextEncoder().encode('[[]]')],
  ])('%s is no bundle, and nothing is thrown', (_, bytes) => {
    expect(verifyUnder(lab, bytes)[0]).toMatchObject({
      outcome: 'failed',
      code: 'bad-signature',
    });
  });

  it('never throws, whichever member is missing or of another type', () => {
    for (const path of pathsOf(good)) {
      for (const by of [undefined, null, 7, '!', [], {}]) {
        const bytes = bytesOf(replaced(good, path, by));
        const [{ outcome, code }] = verifyUnder(lab, bytes);
        // Log and timestamp authority prove the time each on its own; nothing stands in for the rest.
        const redundant = /^verificationMaterial\.(tlog|timestamp)/;
        const expected = redundant.test(path.join('.')) ? outcome : 'failed';
        expect([path, by, outcome]).toEqual([path, by, expected]);
        expect(typeof code).toBe(outcome === 'failed' ? 'string' : 'undefined');
      }
    }
  });
});

function pathsOf(value: unknown, at: string[] = []): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [
        [...at, key],
        ...pathsOf(member, [...at, key]),
      ])
    : [];
}

function replaced(
  value: unknown,
  [key, ...rest]: string[],
  by: unknown,
): unknown {
  if (key === undefined) {
    return by;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      String(index) === key ? replaced(item, rest, by) : item,
    );
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          name === key ? replaced(member, rest, by) : member,
        ]),
      )
    : value;
}
