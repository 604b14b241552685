import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { keepBundle, openKept } from '../evidence';
import { signMessage } from './__testUtils__/signMessage';
import {
  bytesOf,
  newKey,
  pemOf,
  SigstoreLab,
} from './__testUtils__/SigstoreLab';
import { flip, OTHER } from './__testUtils__/verifyUnder';
import { TrustMaterialSet } from '.';
import { verifyEvidence } from './verifyEvidence';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

const utf8 = (text: string) => new TextEncoder().encode(text);
const digestOf = (bytes: Uint8Array) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const MANIFEST = utf8('{"schemaVersion":2,"layers":[]}');

let lab: SigstoreLab;

beforeAll(async () => {
  lab = await SigstoreLab.create();
});

const verify = (
  bytes: Uint8Array,
  { subject = digestOf(MANIFEST), pem = '' } = {},
) =>
  verifyEvidence(
    { evidence: OTHER, format: 'sigstore-bundle-v0.3', bytes, subject },
    TrustMaterialSet.from({
      roots: [{ id: 'lab', type: 'file', trustedRoot: lab.trustedRoot }],
      keys: pem ? [{ id: 'release', pem }] : [],
    }),
  ).verifications;

const kept = (bundle: unknown, signed: Uint8Array = MANIFEST) =>
  keepBundle({ bundle: bytesOf(bundle), signed });

describe('a bundle that signs the chart manifest itself', () => {
  it('is genuine under its root, and says nothing of what it means', async () => {
    const [outcome] = verify(kept(await signMessage(lab, MANIFEST)));
    expect(outcome).toMatchObject({
      outcome: 'proven',
      subjects: [digestOf(MANIFEST)],
      signer: { kind: 'keyless' },
      verifiedTimes: [expect.any(String), expect.any(String)],
      logEntries: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
    expect(outcome.predicateType).toBeUndefined();
  });

  it('is genuine under its key', async () => {
    const key = newKey();
    const bundle = await signMessage(lab, MANIFEST, key);
    const outcomes = verify(kept(bundle), { pem: pemOf(key.publicKey) });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'proven',
    ]);
  });

  it('is read as cosign 3 writes it', () => {
    const read = (name: string) =>
      readFileSync(join(__dirname, '__fixtures__/message', name));
    const manifest = read('manifest');
    const outcomes = verify(
      keepBundle({ bundle: read('bundle'), signed: manifest }),
      { subject: digestOf(manifest), pem: read('key.pub').toString() },
    );
    expect(outcomes[1]).toMatchObject({
      trust: 'key:release',
      outcome: 'proven',
      subjects: [digestOf(manifest)],
    });
  });

  const wrong: [string, ReasonCode, () => Promise<Uint8Array>][] = [
    [
      'without the manifest',
      'verifier-failed',
      async () => bytesOf(await signMessage(lab, MANIFEST)),
    ],
    [
      'with another manifest beside it',
      'digest-mismatch',
      async () => kept(await signMessage(lab, MANIFEST), utf8('{}')),
    ],
    [
      'for another manifest',
      'digest-mismatch',
      async () => kept(await signMessage(lab, utf8('{}'))),
    ],
    [
      'for another manifest, which is beside it',
      'digest-mismatch',
      async () => kept(await signMessage(lab, utf8('{}')), utf8('{}')),
    ],
    [
      'that names the manifest, but is by its signature for another',
      'bad-signature',
      async () => {
        const bundle = await signMessage(lab, utf8('{}'));
        const { messageDigest } = (await signMessage(lab, MANIFEST))
          .messageSignature;
        return kept({
          ...bundle,
          messageSignature: { ...bundle.messageSignature, messageDigest },
        });
      },
    ],
    [
      'with an altered signature',
      'bad-signature',
      async () => {
        const bundle = await signMessage(lab, MANIFEST);
        const { messageSignature } = bundle;
        const signature = flip(messageSignature.signature);
        return kept({
          ...bundle,
          messageSignature: { ...messageSignature, signature },
        });
      },
    ],
    [
      'with an envelope beside the message',
      'bad-signature',
      async () =>
        kept({
          ...(await lab.sign({ subject: digestOf(MANIFEST) })),
          ...(await signMessage(lab, MANIFEST)),
        }),
    ],
  ];

  it.each(wrong)('%s: %s', async (_, code, make) => {
    expect(verify(await make())[0]).toMatchObject({ outcome: 'failed', code });
  });
});

describe('what is kept of a bundle', () => {
  const cases: [string, Uint8Array, Uint8Array | undefined][] = [
    ['a bundle alone', utf8('{}'), undefined],
    ['a bundle with a manifest', utf8('{}'), MANIFEST],
    ['nothing', new Uint8Array(), undefined],
    ['what looks like a frame', Uint8Array.of(0, 0, 0, 0, 1, 65), undefined],
    [
      'a frame in a frame',
      keepBundle({ bundle: MANIFEST, signed: MANIFEST }),
      MANIFEST,
    ],
    ['a frame that is cut off', Uint8Array.of(0, 255, 0, 0, 0), undefined],
  ];

  it.each(cases)('%s is told again as it was read', (_, bundle, signed) => {
    const again = openKept(keepBundle({ bundle, signed }));
    expect(Buffer.from(again.bundle)).toEqual(Buffer.from(bundle));
    expect(again.signed && Buffer.from(again.signed)).toEqual(
      signed && Buffer.from(signed),
    );
  });

  it('is the bundle itself where nothing has to be kept beside it', () => {
    const bundle = utf8('{}');
    expect(keepBundle({ bundle })).toBe(bundle);
  });
});
