import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { TrustInput, VerifierUnavailableError } from '..';
import { decodeContents } from '../../evidence';
import { spawnHostile } from './__testUtils__/spawnHostile';
import { packDecoded, readDecoded } from './decodedAnswer';
import { DEFAULT_LIMITS } from './limits';
import { VerifierPool, VerifierPoolOptions } from './VerifierPool';

jest.setTimeout(120_000);

const MIB = 1024 * 1024;
const NOTHING: TrustInput = { roots: [], keys: [], keyrings: [], stores: [] };

const evidence: Evidence = {
  ...{ digest: 'sha256:e', subject: 'sha256:s', mediaType: 'text/plain' },
  ...{ kind: 'unknown', format: 'sigstore-bundle-other' },
};

const payload = Buffer.from(
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ digest: { sha256: '1'.repeat(64) } }],
    predicateType: 'https://spdx.dev/Document',
    predicate: { name: 'x'.repeat(MIB) },
  }),
).toString('base64');

/** An SBOM of a megabyte, in an envelope. */
const envelope = Buffer.from(
  JSON.stringify({
    payloadType: 'application/vnd.in-toto+json',
    payload,
    signatures: [{ sig: 'AAAA' }],
  }),
);

const bundle = Buffer.from(
  JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
    dsseEnvelope: JSON.parse(`${envelope}`),
  }),
);

const LARGE: [string, Partial<Evidence>, Uint8Array][] = [
  ['a bundle', {}, bundle],
  [
    'a window on other bytes',
    {},
    Buffer.concat([bundle, bundle]).subarray(0, bundle.length),
  ],
  [
    'a layer of cosign',
    {
      format: 'cosign-legacy',
      mediaType: 'application/vnd.dsse.envelope.v1+json',
    },
    envelope,
  ],
  [
    'a signature of Notation',
    { format: 'notation', mediaType: 'application/jose+json' },
    Buffer.alloc(200_000, ' '),
  ],
  ['zeros', {}, new Uint8Array(8 * MIB)],
  ['more than is read', {}, new Uint8Array(9 * MIB).fill(0x20)],
];

let pool: VerifierPool | undefined;
let ended: string[];

afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

async function start(
  options: Partial<VerifierPoolOptions> = {},
): Promise<VerifierPool> {
  ended = [];
  pool = await VerifierPool.create(NOTHING, {
    ...{ size: 1, limits: DEFAULT_LIMITS, spawn: spawnHostile },
    now: () => new Date(),
    onEnded: reason => ended.push(reason),
    ...options,
  });
  return pool;
}

const GAVE_UP = { ...evidence, problem: { code: 'verifier-failed' } };

describe('contents that are large', () => {
  it('are decoded in a thread as they are here, and nobody loses them', async () => {
    const verifier = await start();
    for (const [what, more, bytes] of LARGE) {
      const asked = { ...evidence, ...more };
      const before = Buffer.from(bytes);
      const decoded = await verifier.decode(asked, bytes);
      expect([what, decoded]).toEqual([what, decodeContents(asked, bytes)]);
      expect(before.equals(bytes)).toBe(true);
    }
    expect(verifier.state()).toMatchObject({ restarted: 0, done: 0 });
  });

  it.each<[string, RegExp]>([
    ['crash', /^ended with code 3$/],
    ['throw', /^broke$/],
    ['hang', /^took too long$/],
    ['hog', /^took too much memory$/],
    ['unasked', /^answered what it was not asked$/],
    ['other-hash', /^answered what it was not asked$/],
    ['no-json', /^answered what it was not asked$/],
    ['too-much', /^sent what cannot be read$/],
  ])(
    'and break the thread are a problem in words: %s',
    async (deed, reason) => {
      const taskMs = deed === 'hang' ? 5000 : 60_000;
      const limits = { ...DEFAULT_LIMITS, taskMs, heapMb: 128 };
      const verifier = await start({ limits });
      const digest = `sha256:${deed}`;
      const broken = verifier.decode({ ...evidence, digest }, bundle);
      const next = verifier.decode(evidence, bundle);
      expect(await broken).toMatchObject({ ...GAVE_UP, digest });
      expect(await next).toMatchObject({ kind: 'sbom' });
      expect(ended).toEqual([
        expect.stringMatching(reason),
        expect.stringMatching(reason),
      ]);
    },
  );

  it('are not decoded where there is nobody to do it', async () => {
    const verifier = await start({
      spawn: () => {
        throw new Error('no more threads');
      },
    });
    await expect(verifier.decode(evidence, bundle)).rejects.toThrow(
      VerifierUnavailableError,
    );
    await verifier.close();
    await expect(verifier.decode(evidence, bundle)).rejects.toThrow(
      VerifierUnavailableError,
    );
  });
});

it('contents that are small are decoded where everything else happens', async () => {
  const digest = 'sha256:crash';
  const verifier = await start();
  const small = Buffer.alloc(64 * 1024, ' ');
  expect(await verifier.decode({ ...evidence, digest }, small)).toMatchObject({
    problem: { code: 'bad-signature' },
  });
  expect(ended).toEqual([]);
});

describe('what a thread says of contents', () => {
  const { json } = packDecoded({ ...evidence, kind: 'sbom' });

  it('is what decoding adds, and nothing else', () => {
    const layer = { digest: 'sha256:l', size: 1 };
    expect(readDecoded({ json }, { ...evidence, layer })).toEqual({
      ...{ ...evidence, layer, kind: 'sbom' },
    });
  });

  it.each<[string, object]>([
    ['of other evidence', { digest: 'sha256:other' }],
    ['about another version', { subject: 'sha256:other' }],
    ['of a kind that nothing decodes to', { kind: 'provenance-file' }],
    ['in another format', { format: 'notation' }],
    ['in no known format', { format: 'other' }],
    [
      'with a code that is none',
      { problem: { code: 'toString', message: '' } },
    ],
    [
      'with a text without end',
      { problem: { code: 'bad-signature', message: 'x'.repeat(1_001) } },
    ],
    ['with a predicate type without end', { predicateType: 'x'.repeat(513) }],
    ['with something beside it', { mediaType: 'text/html' }],
    ['of megabytes', { predicateType: 'x'.repeat(MIB) }],
  ])('is no answer %s', (_, changed) => {
    const answer = {
      json: JSON.stringify({ ...JSON.parse(json), ...changed }),
    };
    expect(() => readDecoded(answer, evidence)).toThrow();
  });
});
