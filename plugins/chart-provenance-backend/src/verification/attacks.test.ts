import { BundleJson, newKey, SigstoreLab } from './__testUtils__/SigstoreLab';
import { SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';
import { RootInput, Thresholds } from './types';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

let lab: SigstoreLab;
let stranger: SigstoreLab;
let bundle: BundleJson;

beforeAll(async () => {
  lab = await SigstoreLab.create();
  stranger = await SigstoreLab.create();
});

beforeEach(async () => {
  bundle = await lab.sign({ subject: SUBJECT });
});

const root = (
  trustedRoot: unknown,
  thresholds?: Partial<Thresholds>,
): RootInput => ({ id: 'lab', type: 'file', trustedRoot, thresholds });

const timestampsOf = ({ verificationMaterial }: BundleJson) =>
  verificationMaterial.timestampVerificationData.rfc3161Timestamps;

/** A root of which some parts are another's. */
const mixed = (...parts: ('tlogs' | 'ctlogs' | 'timestampAuthorities')[]) => ({
  ...Object(lab.trustedRoot),
  ...Object.fromEntries(
    parts.map(part => [part, Object(stranger.trustedRoot)[part]]),
  ),
});

describe('what verifiers got wrong before', () => {
  it('merging roots: what takes two of them together is proven by neither', () => {
    for (const part of ['tlogs', 'ctlogs', 'timestampAuthorities'] as const) {
      const outcomes = verifyUnder(lab, bundle, {
        roots: [
          { ...root(mixed(part)), id: 'own authority' },
          { ...root(stranger.trustedRoot), id: "the other's parts" },
        ],
      });
      expect(outcomes.map(({ outcome }) => outcome)).toEqual([
        'failed',
        'failed',
      ]);
    }
  });

  it('a threshold met by copies: of timestamps', () => {
    const [timestamp] = timestampsOf(bundle);
    timestampsOf(bundle).push(timestamp);
    bundle.verificationMaterial.tlogEntries = [];
    const roots = [root(lab.trustedRoot, { tlog: 0, timestamp: 2 })];
    expect(verifyUnder(lab, bundle, { roots })[0]).toMatchObject({
      outcome: 'failed',
      code: 'timestamp-missing',
    });
  });

  it('a threshold met by copies: of log entries that differ in an index nobody signed', () => {
    const [entry] = bundle.verificationMaterial.tlogEntries;
    bundle.verificationMaterial.tlogEntries = [
      { ...entry, inclusionPromise: undefined },
      { ...entry, inclusionPromise: undefined, logIndex: '7' },
    ];
    const roots = [root(lab.trustedRoot, { tlog: 2 })];
    expect(verifyUnder(lab, bundle, { roots })[0].outcome).toBe('failed');
  });

  it('an index beside a proof is not proven, and changes nothing that is told', () => {
    const [entry] = bundle.verificationMaterial.tlogEntries;
    const proof = { ...entry, inclusionPromise: undefined };
    const under = (logIndex: string) => {
      bundle.verificationMaterial.tlogEntries = [{ ...proof, logIndex }];
      return verifyUnder(lab, bundle)[0];
    };
    expect(under('123456')).toEqual(under(entry.logIndex));
    expect(JSON.stringify(under('123456'))).not.toContain('123456');
  });

  it('a proof at another index of the log', () => {
    const [entry] = bundle.verificationMaterial.tlogEntries;
    bundle.verificationMaterial.tlogEntries = [
      {
        ...entry,
        inclusionProof: { ...entry.inclusionProof, logIndex: '12345' },
      },
    ];
    expect(verifyUnder(lab, bundle)[0]).toMatchObject({
      code: 'log-proof-missing',
    });
  });

  it('a time that an authority nobody trusts vouches for, beside a good one', async () => {
    timestampsOf(bundle).push({
      signedTimestamp: await stranger.timestamp(
        Buffer.from(bundle.dsseEnvelope.signatures[0].sig, 'base64'),
      ),
    });
    expect(verifyUnder(lab, bundle)[0]).toMatchObject({
      outcome: 'failed',
      code: 'timestamp-missing',
    });
  });

  it('a public key in the place of the certificate', () => {
    const der = newKey().publicKey.export({ type: 'spki', format: 'der' });
    bundle.verificationMaterial.certificate = {
      rawBytes: der.toString('base64'),
    };
    expect(verifyUnder(lab, bundle)[0]).toMatchObject({
      outcome: 'failed',
      code: 'bad-signature',
    });
  });

  it('a type that stands anywhere but in what is signed', async () => {
    const attestation = await lab.sign({
      subject: SUBJECT,
      predicateType: 'https://example.org/note',
    });
    const posing = {
      ...attestation,
      predicateType: 'https://sigstore.dev/cosign/sign/v1',
      dsseEnvelope: {
        ...attestation.dsseEnvelope,
        predicateType: 'https://sigstore.dev/cosign/sign/v1',
      },
    };
    expect(verifyUnder(lab, posing)[0].predicateType).not.toBe(
      'https://sigstore.dev/cosign/sign/v1',
    );
  });

  it('a signed statement with two types, one for each reader', async () => {
    const subject = [{ digest: { sha256: SUBJECT.slice(7) } }];
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      subject,
      PredicateType: 'https://sigstore.dev/cosign/sign/v1',
      predicateType: 'https://example.org/note',
    };
    const signed = await lab.sign({ subject: SUBJECT, statement });
    expect(verifyUnder(lab, signed)[0]).toMatchObject({
      outcome: 'failed',
      code: 'unsupported-format',
    });
  });

  it('a signature by a certificate of today with the log entry of one that lapsed', async () => {
    const before = await lab.sign({ subject: SUBJECT });
    before.verificationMaterial.certificate =
      bundle.verificationMaterial.certificate;
    expect(verifyUnder(lab, before)[0]).toMatchObject({
      outcome: 'failed',
      code: 'bad-signature',
    });
  });
});
