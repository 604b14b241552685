import { generateKeyPairSync } from 'node:crypto';
import { ed25519ph } from '@noble/curves/ed25519';
import {
  annotated,
  ANNOTATION,
  changed,
  LegacyLab,
} from './__testUtils__/LegacyLab';
import { flip, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';

let legacy: LegacyLab;

beforeAll(async () => {
  legacy = await LegacyLab.create();
});

describe('an attestation of cosign 2', () => {
  it.each(['dsse/0.0.1', 'intoto/0.0.1', 'intoto/0.0.2'] as const)(
    'is proven with a log entry of kind %s, and is no signature',
    async entry => {
      const layer = await legacy.make({ attestation: true, entry });
      expect(legacy.underRoot(layer)).toMatchObject({
        outcome: 'proven',
        predicateType: 'https://spdx.dev/Document',
        predicate: { label: 'SPDX-2.3', packageCount: 1 },
        subjects: [SUBJECT],
        verifiedTimes: [expect.any(String), expect.any(String)],
      });
      const other = await legacy.make({ attestation: true, entry });
      const swapped = {
        [ANNOTATION.bundle]: other.layer.annotations[ANNOTATION.bundle],
      };
      expect(legacy.underRoot(annotated(layer, swapped))).toMatchObject({
        code: 'bad-signature',
      });
    },
  );

  it('counts the oldest kind of entry by its promise only', async () => {
    const layer = await legacy.make({
      attestation: true,
      entry: 'intoto/0.0.1',
    });
    const bundle = JSON.parse(layer.layer.annotations[ANNOTATION.bundle]);
    const broken = (change: object) =>
      legacy.underRoot(
        annotated(layer, {
          [ANNOTATION.bundle]: JSON.stringify({ ...bundle, ...change }),
        }),
      );
    expect(
      broken({ SignedEntryTimestamp: flip(bundle.SignedEntryTimestamp) }),
    ).toMatchObject({ code: 'log-proof-missing' });
    expect(
      broken({ Payload: { ...bundle.Payload, logID: 'a'.repeat(64) } }),
    ).toMatchObject({ code: 'log-proof-missing' });
    // One more byte in the envelope changes nothing of what is signed, but is not what was logged.
    expect(legacy.underRoot(changed(layer, text => `${text} `))).toMatchObject({
      code: 'bad-signature',
    });
    expect(legacy.underRoot(layer, { tlog: 2 })).toMatchObject({
      code: 'log-proof-missing',
    });
  });

  it('has a timestamp over all of the envelope', async () => {
    const layer = await legacy.make({ attestation: true, timed: true });
    expect(legacy.underRoot(layer, { tlog: 0 })).toMatchObject({
      outcome: 'proven',
    });
    const envelope = JSON.parse(
      Buffer.from(layer.payload, 'base64').toString(),
    );
    const overSignature = annotated(layer, {
      [ANNOTATION.timestamp]: JSON.stringify({
        SignedRFC3161Timestamp: await legacy.lab.timestamp(
          Buffer.from(envelope.signatures[0].sig, 'base64'),
        ),
      }),
    });
    expect(legacy.underRoot(overSignature, { tlog: 0 })).toMatchObject({
      code: 'timestamp-missing',
    });
  });

  it('never passes for a signature by calling its predicate one', async () => {
    const layer = await legacy.make({
      attestation: true,
      key: legacy.key,
      bare: true,
      predicateType: 'cosign container image signature',
    });
    expect(legacy.underKey(layer)).toMatchObject({
      outcome: 'failed',
      code: 'unsupported-format',
    });
  });

  it('with two signatures fails', async () => {
    const layer = await legacy.make({
      attestation: true,
      key: legacy.key,
      bare: true,
    });
    const doubled = changed(layer, text => {
      const envelope = JSON.parse(text);
      envelope.signatures.push(envelope.signatures[0]);
      return JSON.stringify(envelope);
    });
    expect(legacy.underKey(doubled)).toMatchObject({ code: 'bad-signature' });
  });
});

describe('an Ed25519 key', () => {
  const pair = generateKeyPairSync('ed25519');
  const seed = Buffer.from(
    pair.privateKey.export({ format: 'jwk' }).d ?? '',
    'base64url',
  );

  it('signs messages plainly, or pre-hashed as cosign 2.6 does, and nothing between', async () => {
    const plain = await legacy.make({ key: pair, bare: true });
    expect(legacy.underKey(plain, pair.publicKey)).toMatchObject({
      outcome: 'proven',
      prehashed: false,
    });
    const payload = Buffer.from(plain.payload, 'base64');
    const by = (signature: Uint8Array) =>
      legacy.underKey(
        annotated(plain, {
          [ANNOTATION.signature]: Buffer.from(signature).toString('base64'),
        }),
        pair.publicKey,
      );
    expect(by(ed25519ph.sign(payload, seed))).toMatchObject({
      outcome: 'proven',
      prehashed: true,
    });
    const inContext = ed25519ph.sign(payload, seed, {
      context: Buffer.from('other'),
    });
    expect(by(inContext)).toMatchObject({ code: 'untrusted-key' });
    expect(by(ed25519ph.sign(Buffer.from('other'), seed))).toMatchObject({
      code: 'untrusted-key',
    });
    expect(by(Buffer.alloc(64))).toMatchObject({ code: 'untrusted-key' });
    expect(by(Buffer.alloc(3))).toMatchObject({ code: 'untrusted-key' });
  });
});

it.each([
  ['no container', 'nonsense'],
  ['an empty one', '{}'],
  ['one that is nested too deeply', '['.repeat(100)],
])('answers for %s', (_, text) => {
  const outcomes = verifyUnder(legacy.lab, Buffer.from(text), {
    format: 'cosign-legacy',
  });
  expect(outcomes).toMatchObject([{ outcome: 'failed' }]);
});
