import { reasonOf } from '../../verdict/reasons';
import { DIGEST, keyless, byKey, proven, unproven } from './judgeInputs';
import {
  good,
  wrongIdentity,
  signedByKey,
  keyPolicy,
  provenance,
  distrust,
  Row,
} from './signatures';

export const rejectedByRule: Row[] = [
  [
    'a tag that promises another version',
    { items: [good], subject: { tags: [{ tag: '1.8.3', change: 'first' }] } },
    'rejected',
    ['name-or-version-mismatch'],
  ],
  [
    'a build version dropped by the tag',
    { items: [good], subject: { configVersion: '1.8.2+b5', everTags: [] } },
    'rejected',
    ['name-or-version-mismatch'],
  ],
  [
    'a tag that only Helm takes for a version, the highest of all',
    {
      items: [good],
      subject: { tags: [{ tag: '1.99999999999999999.0', change: 'first' }] },
    },
    'rejected',
    ['name-or-version-mismatch'],
  ],
  [
    'a distrusted source in other letters: hosts take them for the same',
    {
      items: [signedByKey, provenance('https://github.com/ACME/Tools')],
      chart: { ...keyPolicy, expectedSource: null },
      distrust: [distrust({ sourceRepository: 'github.com/acme/tools' })],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a chart with another name',
    { items: [good], subject: { configName: 'payment' } },
    'rejected',
    ['name-or-version-mismatch'],
  ],
  [
    'an unsigned chart with another name',
    { subject: { configName: 'payment' } },
    'rejected',
    ['name-or-version-mismatch', 'no-signature'],
  ],
  [
    'a digest that once was another version',
    { items: [good], subject: { everTags: ['1.8.2', '1.9.0'] } },
    'rejected',
    ['rollback'],
  ],
  [
    'a floating tag moved back here',
    {
      items: [good],
      subject: {
        tags: [
          { tag: '1.8.2', change: 'first' },
          { tag: 'stable', change: 'rollback' },
        ],
      },
    },
    'rejected',
    ['rollback'],
  ],
  [
    'an index of several charts',
    { items: [good], chart: { problems: [reasonOf('ambiguous-index', 'm')] } },
    'rejected',
    ['ambiguous-index'],
  ],
  [
    'a distrusted digest, well signed',
    { items: [good], distrust: [distrust({ digest: DIGEST })] },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrusted digest without policy or signature',
    { chart: { policies: [] }, distrust: [distrust({ digest: DIGEST })] },
    'rejected',
    ['distrusted', 'no-policy'],
  ],
  [
    'a distrusted digest in conflict',
    {
      items: [good],
      chart: { problems: [reasonOf('ownership-conflict', 'm')] },
      distrust: [distrust({ digest: DIGEST })],
    },
    'rejected',
    ['distrusted', 'ownership-conflict'],
  ],
  [
    'a distrusted key',
    {
      items: [signedByKey],
      chart: { ...keyPolicy, expectedSource: null },
      distrust: [distrust({ key: 'release' })],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a key distrusted by fingerprint',
    {
      items: [signedByKey],
      chart: { ...keyPolicy, expectedSource: null },
      distrust: [distrust({ key: byKey.fingerprint })],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrusted root',
    { items: [good], distrust: [distrust({ root: 'public' })] },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrusted identity',
    { items: [good], distrust: [distrust({ identity: keyless })] },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrusted source',
    {
      items: [good],
      distrust: [distrust({ sourceRepository: 'github.com/acme/payments' })],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrusted source named by the signer’s provenance',
    {
      items: [signedByKey, provenance('https://github.com/acme/tools')],
      chart: { ...keyPolicy, expectedSource: null },
      distrust: [distrust({ sourceRepository: 'github.com/acme/tools' })],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrust in whose range the signature lies',
    {
      items: [good],
      distrust: [
        distrust({
          root: 'public',
          from: '2026-11-20T00:00:00Z',
          until: '2026-11-21T00:00:00Z',
        }),
      ],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrust with a range, no proven time',
    {
      items: [proven(byKey, '35', { verifiedTimes: [] })],
      chart: { ...keyPolicy, expectedSource: null },
      distrust: [distrust({ key: 'release', from: '2026-11-21T00:00:00Z' })],
    },
    'rejected',
    ['distrusted'],
  ],
  [
    'a distrusted signer without a policy',
    {
      items: [good],
      chart: { policies: [] },
      distrust: [distrust({ root: 'public' })],
    },
    'rejected',
    ['distrusted', 'no-policy'],
  ],
  [
    'a definite failure beside a format nobody reads',
    { items: [wrongIdentity, unproven({ format: 'notation' }, '36')] },
    'rejected',
    ['wrong-identity', 'unsupported-format'],
  ],
];
