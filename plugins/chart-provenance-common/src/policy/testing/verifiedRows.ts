import { SIMPLE_SIGNING_TYPE } from '../predicateTypes';
import {
  SPDX,
  keyless,
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
  signedByKey,
  keyPolicy,
  sbomPolicy,
  sbom,
  provenance,
  aboutOther,
  distrust,
  Row,
} from './signatures';

export const verified: Row[] = [
  [
    'a keyless signature that fits',
    { items: [good] },
    'verified',
    ['policy-met'],
  ],
  [
    'a good signature beside bad ones',
    {
      items: [failing('bad-signature', '11'), wrongIdentity, aboutOther, good],
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a good signature though not everything was read',
    { items: [good], incomplete: true },
    'verified',
    ['policy-met'],
  ],
  [
    'a good signature beside evidence that waits',
    {
      items: [
        good,
        unproven({ problem: { code: 'awaiting-bytes', message: 'm' } }, '12'),
      ],
    },
    'verified',
    ['policy-met'],
  ],
  [
    'the source spelled otherwise',
    {
      items: [
        proven(
          {
            ...keyless,
            sourceRepository: 'https://GitHub.com/acme/payments.git',
          },
          '13',
        ),
      ],
    },
    'verified',
    ['policy-met'],
  ],
  [
    'an expected source with a wildcard',
    { items: [good], chart: { expectedSource: 'github.com/acme/*' } },
    'verified',
    ['policy-met'],
  ],
  [
    'no expected source',
    { items: [wrongSource], chart: { expectedSource: null } },
    'verified',
    ['policy-met'],
  ],
  [
    'the second alternative',
    {
      items: [signedByKey],
      chart: {
        expectedSource: null,
        policies: [policy({ anyOf: [asksKeyless, asksKey] })],
      },
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a key, the source proven by its provenance',
    {
      items: [
        signedByKey,
        provenance('git+https://github.com/acme/payments@refs/tags/v1.8.2'),
      ],
      chart: keyPolicy,
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a legacy signature',
    {
      items: [
        proven(keyless, '14', {
          predicateType: SIMPLE_SIGNING_TYPE,
          decoded: { format: 'cosign-legacy', kind: 'signature' },
        }),
      ],
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a required attestation of another version',
    { items: [good, sbom], chart: sbomPolicy },
    'verified',
    ['policy-met'],
  ],
  [
    'of two who may sign, the one who also attests',
    {
      items: [signedByKey, good, sbom],
      chart: {
        expectedSource: null,
        policies: [
          policy({
            anyOf: [asksKey, asksKeyless],
            requireAttestations: [{ type: SPDX }],
          }),
        ],
      },
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a build version, + written as _',
    {
      items: [good],
      subject: {
        configVersion: '1.8.2+b5',
        tags: [{ tag: '1.8.2_b5', change: 'first' }],
        everTags: [],
      },
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a tag with a leading v, floating and signature tags',
    {
      items: [good],
      subject: {
        tags: [
          { tag: 'v1.8.2', change: 'first' },
          { tag: 'stable', change: 'forward' },
          { tag: `sha256-${'c'.repeat(64)}.sig`, change: 'first' },
        ],
        everTags: ['latest', '1.8'],
      },
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a distrusted signature beside a trusted one',
    { items: [signedByKey, good], distrust: [distrust({ key: 'release' })] },
    'verified',
    ['policy-met'],
  ],
  [
    'a signature from before the distrust',
    {
      items: [good],
      distrust: [distrust({ identity: keyless, from: '2026-11-21T00:00:00Z' })],
    },
    'verified',
    ['policy-met'],
  ],
];
