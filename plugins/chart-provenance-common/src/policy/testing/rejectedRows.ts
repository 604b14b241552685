import {
  OTHER_DIGEST,
  SPDX,
  SLSA,
  keyless,
  byKey,
  asksKeyless,
  asksKey,
  policy,
  proven,
  failing,
  unproven,
} from './judgeInputs';
import {
  good,
  wrongIdentity,
  wrongSource,
  wrongIssuer,
  signedByKey,
  keyPolicy,
  sbomPolicy,
  sbomByOther,
  provenance,
  aboutOther,
  Row,
} from './signatures';

export const rejected: Row[] = [
  [
    'another subject',
    { items: [wrongIdentity] },
    'rejected',
    ['wrong-identity'],
  ],
  [
    'a subject that only contains the pattern',
    {
      items: [
        proven(
          { ...keyless, subject: `https://evil.dev/?${keyless.subject}` },
          '20',
        ),
      ],
    },
    'rejected',
    ['wrong-identity'],
  ],
  ['another issuer', { items: [wrongIssuer] }, 'rejected', ['wrong-issuer']],
  ['another source', { items: [wrongSource] }, 'rejected', ['wrong-source']],
  [
    'a key without provenance',
    { items: [signedByKey], chart: keyPolicy },
    'rejected',
    ['source-unproven'],
  ],
  [
    'a key with provenance of another source',
    {
      items: [signedByKey, provenance('git+https://github.com/acme/tools')],
      chart: keyPolicy,
    },
    'rejected',
    ['wrong-source'],
  ],
  [
    'a key with provenance by another key',
    {
      items: [
        signedByKey,
        proven({ ...byKey, key: 'ci', fingerprint: '0' }, '21', {
          predicateType: SLSA,
          predicate: { source: 'github.com/acme/payments' },
        }),
      ],
      chart: keyPolicy,
    },
    'rejected',
    ['source-unproven'],
  ],
  [
    'provenance about another digest',
    {
      items: [
        signedByKey,
        {
          ...provenance('github.com/acme/payments'),
          verifications: provenance(
            'github.com/acme/payments',
          ).verifications.map(v => ({ ...v, subjects: [OTHER_DIGEST] })),
        },
      ],
      chart: keyPolicy,
    },
    'rejected',
    ['source-unproven'],
  ],
  [
    'a certificate without a source',
    { items: [proven({ ...keyless, sourceRepository: undefined }, '22')] },
    'rejected',
    ['source-unproven'],
  ],
  [
    'bytes that do not fit the signature',
    { items: [failing('bad-signature', '23')] },
    'rejected',
    ['bad-signature'],
  ],
  [
    'bad under its own root, foreign to the key',
    {
      items: [
        {
          ...failing('bad-signature', '24'),
          verifications: [
            ...failing('untrusted-key', '24', 'key:release').verifications,
            ...failing('bad-signature', '24').verifications,
          ],
        },
      ],
      chart: { policies: [policy({ anyOf: [asksKey, asksKeyless] })] },
    },
    'rejected',
    ['bad-signature'],
  ],
  [
    'a key nobody named',
    {
      items: [failing('untrusted-key', '25', 'key:release')],
      chart: keyPolicy,
    },
    'rejected',
    ['untrusted-key'],
  ],
  [
    'a configured key the policy does not name',
    { items: [proven({ ...byKey, key: 'ci' }, '26')], chart: keyPolicy },
    'rejected',
    ['untrusted-key'],
  ],
  [
    'a root nobody named',
    { items: [failing('untrusted-root', '27')] },
    'rejected',
    ['untrusted-root'],
  ],
  [
    'a configured root the policy does not name',
    { items: [proven({ ...keyless, root: 'github' }, '28')] },
    'rejected',
    ['untrusted-root'],
  ],
  [
    'a signature of other content',
    { items: [aboutOther] },
    'rejected',
    ['digest-mismatch'],
  ],
  [
    'a signature that names no subject',
    { items: [proven(keyless, '29', { subjects: undefined })] },
    'rejected',
    ['digest-mismatch'],
  ],
  [
    'no log proof',
    { items: [failing('log-proof-missing', '30')] },
    'rejected',
    ['log-proof-missing'],
  ],
  [
    'no timestamp',
    { items: [failing('timestamp-missing', '31')] },
    'rejected',
    ['timestamp-missing'],
  ],
  [
    'an expired certificate',
    { items: [failing('certificate-expired', '32')] },
    'rejected',
    ['certificate-expired'],
  ],
  [
    'a missing attestation',
    { items: [good], chart: sbomPolicy },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'an attestation by somebody else',
    { items: [good, sbomByOther], chart: sbomPolicy },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'an attestation of a type with a like beginning',
    {
      items: [
        good,
        proven(keyless, '33', { predicateType: `${SPDX}ation/v1` }),
      ],
      chart: sbomPolicy,
    },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'an SBOM that is attached and not attested',
    {
      items: [
        good,
        unproven(
          { kind: 'sbom', format: 'raw', predicateType: undefined },
          '34',
        ),
      ],
      chart: sbomPolicy,
    },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'the second policy not met',
    {
      items: [good],
      chart: {
        policies: [
          policy(),
          policy({ name: 'strict', requireAttestations: [{ type: SPDX }] }),
        ],
      },
    },
    'rejected',
    ['missing-attestation'],
  ],
];
