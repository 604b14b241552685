import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import {
  BundleJson,
  ISSUER,
  newKey,
  pemOf,
  SigstoreLab,
  SignOptions,
} from './__testUtils__/SigstoreLab';
import { flip, OTHER, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';
import { RootInput } from './types';

const strangersKey = newKey();

const payload = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64');

let lab: SigstoreLab;
let strangers: SigstoreLab;

beforeAll(async () => {
  lab = await SigstoreLab.create();
  strangers = await SigstoreLab.create();
});

interface Case {
  what: string;
  code: ReasonCode;
  /** How it is signed, where that differs from a good one. */
  signed?: Partial<SignOptions>;
  /** What is done to it afterwards. */
  tamper?: (bundle: BundleJson, other: BundleJson) => unknown;
}

const keyless: Case[] = [
  {
    what: 'a payload altered after signing',
    code: 'bad-signature',
    tamper: b => ({
      ...b,
      dsseEnvelope: {
        ...b.dsseEnvelope,
        payload: payload({
          _type: 'https://in-toto.io/Statement/v1',
          predicateType: 'https://sigstore.dev/cosign/sign/v1',
          subject: [{ digest: { sha256: '1'.repeat(64) } }],
          predicate: { altered: true },
        }),
      },
    }),
  },
  {
    what: 'an altered signature',
    code: 'bad-signature',
    tamper: b => ({
      ...b,
      dsseEnvelope: {
        ...b.dsseEnvelope,
        signatures: [{ sig: flip(b.dsseEnvelope.signatures[0].sig) }],
      },
    }),
  },
  {
    what: 'two signatures',
    code: 'bad-signature',
    tamper: b => ({
      ...b,
      dsseEnvelope: {
        ...b.dsseEnvelope,
        signatures: [...b.dsseEnvelope.signatures, { sig: 'AAAA' }],
      },
    }),
  },
  {
    what: 'a signature of another subject',
    code: 'digest-mismatch',
    signed: { subject: OTHER },
  },
  {
    what: 'no log entry',
    code: 'log-proof-missing',
    tamper: b => {
      b.verificationMaterial.tlogEntries = [];
      return b;
    },
  },
  {
    what: 'an altered log promise',
    code: 'log-proof-missing',
    tamper: b => {
      const [entry] = b.verificationMaterial.tlogEntries;
      entry.inclusionPromise = {
        signedEntryTimestamp: flip(
          entry.inclusionPromise?.signedEntryTimestamp ?? '',
        ),
      };
      return b;
    },
  },
  {
    what: "another bundle's log entry",
    code: 'bad-signature',
    tamper: (b, other) => {
      b.verificationMaterial.tlogEntries =
        other.verificationMaterial.tlogEntries;
      return b;
    },
  },
  {
    what: 'a log entry that names another signer',
    code: 'bad-signature',
    signed: {
      loggedPem: pemOf(strangersKey.publicKey),
    },
  },
  {
    what: 'a log entry of an unknown kind',
    code: 'unsupported-format',
    tamper: b => {
      b.verificationMaterial.tlogEntries[0].kindVersion.kind = 'rpm';
      return b;
    },
  },
  {
    what: 'a time that anybody could have written',
    code: 'timestamp-missing',
    tamper: b => {
      // CVE-2026-48816: `integratedTime` without the promise that signs it.
      b.verificationMaterial.timestampVerificationData.rfc3161Timestamps = [];
      b.verificationMaterial.tlogEntries[0] = {
        ...b.verificationMaterial.tlogEntries[0],
        inclusionPromise: undefined,
      };
      return b;
    },
  },
  {
    what: "another bundle's timestamp",
    code: 'timestamp-missing',
    tamper: (b, other) => {
      b.verificationMaterial.timestampVerificationData =
        other.verificationMaterial.timestampVerificationData;
      return b;
    },
  },
  {
    what: 'a certificate used after it lapsed',
    code: 'certificate-expired',
    signed: {
      signedAfterMs: 11 * 60_000,
    },
  },
  {
    what: 'a payload of another type',
    code: 'unsupported-format',
    signed: {
      payloadType: 'application/json',
    },
  },
  {
    what: 'a statement of another type',
    code: 'unsupported-format',
    signed: {
      statement: {
        _type: 'https://example.org/Statement',
        subject: [{ digest: { sha256: '1'.repeat(64) } }],
        predicateType: 'x',
        predicate: {},
      },
    },
  },
  {
    what: 'a statement without subjects',
    code: 'unsupported-format',
    signed: {
      statement: {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [],
        predicateType: 'x',
        predicate: {},
      },
    },
  },
  { what: 'no issuer', code: 'wrong-issuer', signed: { extensions: [] } },
  {
    what: 'two issuers',
    code: 'wrong-issuer',
    signed: {
      extensions: [
        { oid: '1.3.6.1.4.1.57264.1.1', value: ISSUER, legacy: true },
        { oid: '1.3.6.1.4.1.57264.1.8', value: 'https://accounts.example' },
      ],
    },
  },
  {
    what: 'one extension twice',
    code: 'wrong-identity',
    signed: {
      extensions: [
        { oid: '1.3.6.1.4.1.57264.1.8', value: ISSUER },
        {
          oid: '1.3.6.1.4.1.57264.1.12',
          value: 'https://github.com/acme/payments',
        },
        {
          oid: '1.3.6.1.4.1.57264.1.12',
          value: 'https://github.com/evil/payments',
        },
      ],
    },
  },
  {
    what: 'a key in the place of the certificate',
    code: 'untrusted-key',
    tamper: b => {
      b.verificationMaterial.certificate = undefined;
      b.verificationMaterial.publicKey = { hint: '' };
      return b;
    },
  },
  {
    what: 'no bundle at all',
    code: 'bad-signature',
    tamper: () => ({ hello: 'world' }),
  },
];

describe('what is not proven under a root', () => {
  it.each(keyless)('$what: $code', async ({ code, signed, tamper }) => {
    const bundle = await lab.sign({ subject: SUBJECT, ...signed });
    const other = await lab.sign({ subject: SUBJECT });
    const [outcome] = verifyUnder(lab, tamper?.(bundle, other) ?? bundle);
    expect(outcome).toMatchObject({ outcome: 'failed', code });
    expect(outcome.signer).toBeUndefined();
    expect(outcome.message).toMatch(/^[A-Z].*\.$/);
  });

  it('a certificate of the same name by a stranger', async () => {
    const bundle = await strangers.sign({ subject: SUBJECT });
    expect(verifyUnder(lab, bundle)[0]).toMatchObject({
      code: 'untrusted-root',
    });
  });

  it('a certificate that was not logged', async () => {
    const silent = await SigstoreLab.create({ certificateLog: false });
    const roots = (ctlog: number): RootInput[] => [
      {
        id: 'lab',
        type: 'file',
        trustedRoot: silent.trustedRoot,
        thresholds: { ctlog },
      },
    ];
    const bundle = await silent.sign({ subject: SUBJECT });
    expect(verifyUnder(lab, bundle, { roots: roots(1) })[0]).toMatchObject({
      code: 'log-proof-missing',
    });
    expect(verifyUnder(lab, bundle, { roots: roots(0) })[0].outcome).toBe(
      'proven',
    );
  });

  it('one log entry twice where two are asked for', async () => {
    const bundle = await lab.sign({ subject: SUBJECT });
    const [entry] = bundle.verificationMaterial.tlogEntries;
    bundle.verificationMaterial.tlogEntries = [entry, entry];
    const [outcome] = verifyUnder(lab, bundle, {
      roots: [
        {
          id: 'lab',
          type: 'file',
          trustedRoot: lab.trustedRoot,
          thresholds: { tlog: 2 },
        },
      ],
    });
    expect(outcome.outcome).toBe('failed');
  });

  it('anything under a root that cannot be used', async () => {
    const bundle = await lab.sign({ subject: SUBJECT });
    const [outcome] = verifyUnder(lab, bundle, {
      roots: [{ id: 'broken', type: 'file', trustedRoot: {} }],
    });
    expect(outcome).toMatchObject({ code: 'verifier-failed' });
  });
});
