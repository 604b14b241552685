import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import {
  BundleJson,
  newKey,
  pemOf,
  SigstoreLab,
} from './__testUtils__/SigstoreLab';
import { flip, OTHER, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';
import { KeyInput } from './types';

const ownKey = newKey();
const strangersKey = newKey();
const own = (pem = pemOf(ownKey.publicKey)) => [{ id: 'own', pem }];

let lab: SigstoreLab;

beforeAll(async () => {
  lab = await SigstoreLab.create();
});

describe('what is genuine', () => {
  it.each(['P-256', 'P-384'])('proves a signature by a %s key', async curve => {
    const key = newKey(curve);
    const [, outcome] = verifyUnder(
      lab,
      await lab.sign({ subject: SUBJECT, key }),
      {
        keys: [{ id: 'own', pem: pemOf(key.publicKey) }],
      },
    );
    expect(outcome).toMatchObject({
      outcome: 'proven',
      signer: {
        kind: 'key',
        key: 'own',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      verifiedTimes: [expect.any(String), expect.any(String)],
    });
  });

  it('proves a P-384 signature made over SHA-384', async () => {
    const key = newKey('P-384');
    const bundle = await lab.sign({ subject: SUBJECT, key, digest: 'sha384' });
    const [, outcome] = verifyUnder(lab, bundle, {
      keys: [{ id: 'own', pem: pemOf(key.publicKey) }],
    });
    expect(outcome.outcome).toBe('proven');
  });

  it('proves a signature by key without any log, and then no time', async () => {
    const bundle = await lab.sign({ subject: SUBJECT, key: ownKey });
    const [outcome] = verifyUnder(lab, bundle, { roots: [], keys: own() });
    expect(outcome).toMatchObject({ outcome: 'proven', verifiedTimes: [] });
  });
});

describe('what is not proven by a key', () => {
  const byKey: [string, ReasonCode, () => Promise<BundleJson>][] = [
    [
      'a signature by another key',
      'untrusted-key',
      () => lab.sign({ subject: SUBJECT, key: strangersKey }),
    ],
    [
      'an altered signature that claims the key',
      'bad-signature',
      async () => {
        const bundle = await lab.sign({ subject: SUBJECT, key: ownKey });
        bundle.dsseEnvelope.signatures[0].sig = flip(
          bundle.dsseEnvelope.signatures[0].sig,
        );
        return bundle;
      },
    ],
    [
      "another key's signature under this key's hint",
      'bad-signature',
      async () => {
        const genuine = await lab.sign({ subject: SUBJECT, key: ownKey });
        const foreign = await lab.sign({ subject: SUBJECT, key: strangersKey });
        foreign.verificationMaterial.publicKey =
          genuine.verificationMaterial.publicKey;
        return foreign;
      },
    ],
    [
      'a signature of another subject',
      'digest-mismatch',
      () => lab.sign({ subject: OTHER, key: ownKey }),
    ],
    [
      'a certificate made for the very key',
      'untrusted-key',
      () => lab.sign({ subject: SUBJECT }),
    ],
  ];

  it.each(byKey)('%s: %s', async (_, code, make) => {
    expect(verifyUnder(lab, await make(), { keys: own() })[1]).toMatchObject({
      outcome: 'failed',
      code,
    });
  });
});

describe('a key that counts for a limited time', () => {
  const soon = () => new Date(Date.now() + 3_600_000).toISOString();
  const windows: [
    string,
    Partial<KeyInput>,
    boolean,
    ReasonCode | undefined,
  ][] = [
    ['inside', { validFrom: '2026-01-01T00:00:00Z' }, true, undefined],
    ['before it', { validFrom: '2199-01-01T00:00:00Z' }, true, 'untrusted-key'],
    ['after it', { validUntil: '2026-01-01T00:00:00Z' }, true, 'untrusted-key'],
    [
      'inside, but nothing proves when',
      { validUntil: soon() },
      false,
      'timestamp-missing',
    ],
    ['unreadable', { validUntil: 'soon' }, true, 'untrusted-key'],
  ];

  it.each(windows)('%s', async (_, window, witnessed, code) => {
    const bundle = await lab.sign({ subject: SUBJECT, key: ownKey });
    const outcomes = verifyUnder(lab, bundle, {
      roots: witnessed
        ? [{ id: 'lab', type: 'file', trustedRoot: lab.trustedRoot }]
        : [],
      keys: [{ id: 'own', pem: pemOf(ownKey.publicKey), ...window }],
    });
    expect(outcomes[outcomes.length - 1].code).toBe(code);
  });

  it('does not believe a time without proof', async () => {
    const bundle = await lab.sign({ subject: SUBJECT, key: ownKey });
    const { verificationMaterial: material } = bundle;
    material.timestampVerificationData.rfc3161Timestamps = [];
    material.tlogEntries[0].inclusionPromise = undefined;
    const [, outcome] = verifyUnder(lab, bundle, {
      keys: [{ id: 'own', pem: pemOf(ownKey.publicKey), validUntil: soon() }],
    });
    expect(outcome.code).toBe('timestamp-missing');
  });
});
