import { createHash } from 'node:crypto';
import { Verification } from 'backstage-plugin-chart-provenance-common';
import { annotated, ANNOTATION, LegacyLab } from './__testUtils__/LegacyLab';
import {
  BundleJson,
  newKey,
  pemOf,
  SigstoreLab,
} from './__testUtils__/SigstoreLab';
import { flip, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';
import { leafHash } from './log/leafHash';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

let lab: SigstoreLab;
let legacy: LegacyLab;

beforeAll(async () => {
  lab = await SigstoreLab.create();
  legacy = await LegacyLab.create();
});

const key = newKey();
const keys = [{ id: 'own', pem: pemOf(key.publicKey) }];

/** As RFC 6962 has it, written out again. */
const hashOf = (body: string) =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), Buffer.from(body, 'base64')]))
    .digest('hex');

const bodyOf = ({ verificationMaterial: { tlogEntries } }: BundleJson) =>
  tlogEntries[0].canonicalizedBody;

const last = (outcomes: (Verification | undefined)[]) => outcomes.at(-1);

describe('log entries that are proven', () => {
  it('are named by the hash of their leaf', () => {
    // That of an empty leaf is written down in every implementation of RFC 6962.
    expect(leafHash({ canonicalizedBody: Buffer.alloc(0) })).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('are told under a root', async () => {
    const bundle = await lab.sign({ subject: SUBJECT });
    expect(verifyUnder(lab, bundle)[0].logEntries).toEqual([
      hashOf(bodyOf(bundle)),
    ]);
  });

  it('are told under a key, where a root proves them', async () => {
    const bundle = await lab.sign({ subject: SUBJECT, key });
    expect(last(verifyUnder(lab, bundle, { keys }))).toMatchObject({
      outcome: 'proven',
      logEntries: [hashOf(bodyOf(bundle))],
    });
  });

  it('are not told under a key, where no root proves them', async () => {
    const bundle = await lab.sign({ subject: SUBJECT, key });
    expect(verifyUnder(lab, bundle, { keys, roots: [] })).toMatchObject([
      { outcome: 'proven', logEntries: [] },
    ]);
    const [entry] = bundle.verificationMaterial.tlogEntries;
    entry.inclusionPromise = {
      signedEntryTimestamp: flip(
        entry.inclusionPromise?.signedEntryTimestamp ?? '',
      ),
    };
    expect(last(verifyUnder(lab, bundle, { keys }))).toMatchObject({
      outcome: 'proven',
      logEntries: [],
      verifiedTimes: [],
    });
  });

  it('are not told of what is not proven', async () => {
    const bundle = await lab.sign({ subject: SUBJECT });
    bundle.dsseEnvelope.signatures[0].sig = flip(
      bundle.dsseEnvelope.signatures[0].sig,
    );
    expect(verifyUnder(lab, bundle)[0]).not.toHaveProperty('logEntries');
  });

  const LEGACY = [
    {},
    { attestation: true, entry: 'dsse/0.0.1' },
    { attestation: true, entry: 'intoto/0.0.1' },
    { attestation: true, entry: 'intoto/0.0.2' },
  ] as const;

  it.each(LEGACY)('are told of a layer of cosign 2: %o', async options => {
    const layer = await legacy.make(options);
    const text = layer.layer.annotations[ANNOTATION.bundle];
    const logEntries = [hashOf(JSON.parse(text).Payload.body)];
    expect(legacy.underRoot(layer)).toMatchObject({ logEntries });
    const byKey = await legacy.make({ ...options, key: legacy.key });
    const body = byKey.layer.annotations[ANNOTATION.bundle];
    expect(legacy.underKey(byKey)).toMatchObject({
      outcome: 'proven',
      logEntries: [hashOf(JSON.parse(body).Payload.body)],
    });
    // An entry of another layer proves nothing about this one.
    const swapped = annotated(byKey, { [ANNOTATION.bundle]: text });
    expect(legacy.underKey(swapped)).toMatchObject({ logEntries: [] });
  });
});
