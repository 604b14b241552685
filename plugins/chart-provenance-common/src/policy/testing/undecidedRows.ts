import { reasonOf } from '../../verdict/reasons';
import {
  OTHER_DIGEST,
  SPDX,
  SLSA,
  keyless,
  proven,
  failing,
  unproven,
} from './judgeInputs';
import {
  good,
  wrongIdentity,
  signedByKey,
  keyPolicy,
  sbomPolicy,
  distrust,
  Row,
} from './signatures';

export const unsigned: Row[] = [
  ['nothing', {}, 'unsigned', ['no-signature']],
  [
    'nothing and no policy',
    { chart: { policies: [] } },
    'unsigned',
    ['no-signature', 'no-policy'],
  ],
  [
    'nothing and an unknown policy',
    { chart: { problems: [reasonOf('unknown-policy', 'm')] } },
    'unsigned',
    ['no-signature', 'unknown-policy'],
  ],
  [
    'an attestation alone',
    { items: [proven(keyless, '40', { predicateType: SLSA })] },
    'unsigned',
    ['no-signature'],
  ],
  [
    'an attestation that claims to be a signature by its layout',
    {
      items: [
        proven(keyless, '41', {
          predicateType: SLSA,
          decoded: { kind: 'signature', format: 'cosign-legacy' },
        }),
      ],
    },
    'unsigned',
    ['no-signature'],
  ],
  [
    'a bare SBOM',
    { items: [unproven({ kind: 'sbom', format: 'raw' }, '42')] },
    'unsigned',
    ['no-signature'],
  ],
  [
    'an artifact nobody knows',
    {
      items: [
        unproven(
          {
            kind: 'unknown',
            format: 'unknown',
            problem: { code: 'unsupported-format', message: 'm' },
          },
          '43',
        ),
      ],
    },
    'unsigned',
    ['no-signature'],
  ],
  [
    'a signature of another subject',
    {
      items: [
        { ...good, evidence: { ...good.evidence, subject: OTHER_DIGEST } },
      ],
    },
    'unsigned',
    ['no-signature'],
  ],
];

export const indeterminate: Row[] = [
  [
    'a genuine signature without a statement',
    {
      items: [proven(keyless, '59', { bare: true })],
    },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'nothing, not everything read',
    { incomplete: true },
    'indeterminate',
    ['registry-limited'],
  ],
  [
    'nothing, not everything read, no policy',
    { chart: { policies: [] }, incomplete: true },
    'indeterminate',
    ['no-policy', 'registry-limited'],
  ],
  [
    'a bad signature, not everything read',
    { items: [wrongIdentity], incomplete: true },
    'indeterminate',
    ['registry-limited', 'wrong-identity'],
  ],
  [
    'a missing attestation, not everything read',
    { items: [good], chart: sbomPolicy, incomplete: true },
    'indeterminate',
    ['registry-limited'],
  ],
  [
    'no provenance yet, not everything read',
    { items: [signedByKey], chart: keyPolicy, incomplete: true },
    'indeterminate',
    ['registry-limited'],
  ],
  [
    'a source distrusted, not everything read',
    {
      items: [good],
      incomplete: true,
      distrust: [distrust({ sourceRepository: 'github.com/x/y' })],
    },
    'indeterminate',
    ['registry-limited'],
  ],
  [
    'a signature and no policy',
    { items: [good], chart: { policies: [] } },
    'indeterminate',
    ['no-policy'],
  ],
  [
    'an unknown policy beside one that is met',
    { items: [good], chart: { problems: [reasonOf('unknown-policy', 'm')] } },
    'indeterminate',
    ['unknown-policy'],
  ],
  [
    'a policy that may not be chosen',
    {
      items: [good],
      chart: { problems: [reasonOf('policy-not-selectable', 'm')] },
    },
    'indeterminate',
    ['policy-not-selectable'],
  ],
  [
    'a conflict',
    {
      items: [good],
      chart: { problems: [reasonOf('ownership-conflict', 'm')] },
    },
    'indeterminate',
    ['ownership-conflict'],
  ],
  [
    'a conflict about an unsigned chart',
    { chart: { problems: [reasonOf('ownership-conflict', 'm')] } },
    'indeterminate',
    ['ownership-conflict', 'no-signature'],
  ],
  [
    'a signature not verified yet',
    { items: [unproven({}, '50')] },
    'indeterminate',
    ['not-yet-judged'],
  ],
  [
    'evidence that waits',
    {
      items: [
        unproven(
          {
            kind: 'unknown',
            format: 'unknown',
            problem: { code: 'awaiting-bytes', message: 'm' },
          },
          '51',
        ),
      ],
    },
    'indeterminate',
    ['awaiting-bytes'],
  ],
  [
    'evidence that waits beside a bad one',
    {
      items: [
        wrongIdentity,
        unproven({ problem: { code: 'awaiting-bytes', message: 'm' } }, '52'),
      ],
    },
    'indeterminate',
    ['awaiting-bytes', 'wrong-identity'],
  ],
  [
    'an attestation that waits',
    {
      items: [
        good,
        unproven(
          {
            kind: 'attestation',
            predicateType: SPDX,
            problem: { code: 'awaiting-bytes', message: 'm' },
          },
          '53',
        ),
      ],
      chart: sbomPolicy,
    },
    'indeterminate',
    ['awaiting-bytes'],
  ],
  [
    'evidence beyond the bounds',
    {
      items: [
        unproven(
          { problem: { code: 'evidence-too-large', message: 'm' } },
          '54',
        ),
      ],
    },
    'indeterminate',
    ['evidence-too-large'],
  ],
  [
    'a Notation signature',
    { items: [unproven({ format: 'notation' }, '55')] },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'a provenance file',
    { items: [unproven({ kind: 'provenance-file', format: 'raw' }, '56')] },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'a verifier that broke down',
    { items: [failing('verifier-failed', '57')] },
    'indeterminate',
    ['verifier-failed'],
  ],
  [
    'a failure without a code',
    {
      items: [
        {
          ...good,
          verifications: good.verifications.map(v => ({
            ...v,
            outcome: 'failed' as const,
          })),
        },
      ],
    },
    'indeterminate',
    ['verifier-failed'],
  ],
  [
    'a config that could not be read',
    { items: [good], subject: { configName: null, configVersion: null } },
    'indeterminate',
    ['unsupported-format'],
  ],
];
