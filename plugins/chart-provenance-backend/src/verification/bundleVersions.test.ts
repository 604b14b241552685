import {
  EvidenceFormat,
  ReasonCode,
} from 'backstage-plugin-chart-provenance-common';
import { decodeBundle } from '../evidence';
import { asVersion, OldVersion } from './__testUtils__/bundleVersions';
import { BundleJson, bytesOf, SigstoreLab } from './__testUtils__/SigstoreLab';
import { OTHER, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

let lab: SigstoreLab;
let bundle: BundleJson;

beforeAll(async () => {
  lab = await SigstoreLab.create();
});

beforeEach(async () => {
  bundle = await lab.sign({ subject: SUBJECT });
});

const decoded = (json: unknown) =>
  decodeBundle(
    {
      digest: OTHER,
      subject: SUBJECT,
      kind: 'unknown',
      format: 'sigstore-bundle-other',
      mediaType: 'x',
    },
    bytesOf(json),
  );

const TYPES: [string, EvidenceFormat][] = [
  [
    'application/vnd.dev.sigstore.bundle+json;version=0.1',
    'sigstore-bundle-v0.1',
  ],
  [
    'application/vnd.dev.sigstore.bundle+json;version=0.2',
    'sigstore-bundle-v0.2',
  ],
  [
    'application/vnd.dev.sigstore.bundle+json;version=0.3',
    'sigstore-bundle-v0.3',
  ],
  ['application/vnd.dev.sigstore.bundle.v0.1+json', 'sigstore-bundle-v0.1'],
  ['application/vnd.dev.sigstore.bundle.v0.2+json', 'sigstore-bundle-v0.2'],
  ['application/vnd.dev.sigstore.bundle.v0.3+json', 'sigstore-bundle-v0.3'],
  ['application/vnd.dev.sigstore.bundle.v0.4+json', 'sigstore-bundle-other'],
  ['application/vnd.dev.sigstore.bundle.v1.0+json', 'sigstore-bundle-other'],
];

describe('the version of a bundle', () => {
  it.each(TYPES)('%s is %s', (mediaType, format) => {
    expect(decoded({ ...bundle, mediaType })).toMatchObject({
      format,
      kind: 'signature',
    });
  });

  const OLD: OldVersion[] = ['0.1', '0.2'];

  it.each(OLD)('%s is proven as any other is', version => {
    const format: EvidenceFormat = `sigstore-bundle-v${version}`;
    const [old] = verifyUnder(lab, asVersion(version, bundle), { format });
    const [now] = verifyUnder(lab, bundle);
    expect(old.outcome).toBe('proven');
    expect(old).toEqual(now);
  });

  it.each(OLD)('%s with a key', async version => {
    const format: EvidenceFormat = `sigstore-bundle-v${version}`;
    const json = asVersion(version, bundle);
    const [old] = verifyUnder(
      lab,
      {
        ...json,
        verificationMaterial: {
          ...json.verificationMaterial,
          x509CertificateChain: undefined,
          publicKey: { hint: '' },
        },
      },
      { format },
    );
    expect(old).toMatchObject({ outcome: 'failed', code: 'untrusted-key' });
  });

  const lacking = (json: ReturnType<typeof asVersion>, member: string) => ({
    ...json,
    verificationMaterial: {
      ...json.verificationMaterial,
      tlogEntries: json.verificationMaterial.tlogEntries.map(entry => ({
        ...entry,
        [member]: undefined,
      })),
    },
  });

  const ASKED: [string, ReasonCode, () => unknown][] = [
    [
      '0.1 without the promise, though a proof is there',
      'bad-signature',
      () =>
        lacking(
          {
            ...asVersion('0.2', bundle),
            mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1',
          },
          'inclusionPromise',
        ),
    ],
    [
      '0.1 without the promise, spelled as later versions are',
      'bad-signature',
      () =>
        lacking(
          {
            ...asVersion('0.2', bundle),
            mediaType: 'application/vnd.dev.sigstore.bundle.v0.1+json',
          },
          'inclusionPromise',
        ),
    ],
    [
      '0.2 without a proof',
      'bad-signature',
      () => lacking(asVersion('0.2', bundle), 'inclusionProof'),
    ],
    [
      '0.3 without a proof',
      'bad-signature',
      () => ({
        ...bundle,
        verificationMaterial: {
          ...bundle.verificationMaterial,
          tlogEntries: bundle.verificationMaterial.tlogEntries.map(entry => ({
            ...entry,
            inclusionProof: undefined,
          })),
        },
      }),
    ],
    [
      '0.3 with a chain',
      'bad-signature',
      () => ({ ...asVersion('0.2', bundle), mediaType: bundle.mediaType }),
    ],
  ];

  it.each(ASKED)('%s is none', (_, code, make) => {
    expect(verifyUnder(lab, make())[0]).toMatchObject({
      outcome: 'failed',
      code,
    });
  });

  it('a chain of 0.1 lends no trust: only its first certificate is looked at', async () => {
    const stranger = await SigstoreLab.create();
    const theirs = await stranger.sign({ subject: SUBJECT });
    const json = asVersion('0.1', theirs);
    const chain = json.verificationMaterial.x509CertificateChain;
    const { certificate } = bundle.verificationMaterial;
    chain?.certificates.push(certificate ?? { rawBytes: '' });
    const format = 'sigstore-bundle-v0.1';
    expect(verifyUnder(lab, json, { format })[0]).toMatchObject({
      outcome: 'failed',
      code: 'untrusted-root',
    });
  });
});
