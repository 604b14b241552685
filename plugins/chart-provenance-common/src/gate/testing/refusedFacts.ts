import type { GateReasonCode } from '../../api/gateTypes';
import { gateReasonOf } from '../gateReasons';
import type { GateFacts } from '../types';
import {
  ago,
  allowed,
  DIGEST,
  environment,
  OTHER,
  verdictOf,
  withVerdict,
} from './gateFacts';

export const image = (extra: object) => ({
  written: 'ghcr.io/acme/api:1',
  name: 'ghcr.io/acme/api',
  tag: '1',
  digest: DIGEST,
  pinned: true,
  usedBy: [],
  status: 'verified' as const,
  reason: 'Signed.',
  policy: 'p',
  checkedAt: null,
  ...extra,
});
export const withImages = (
  images: NonNullable<GateFacts['version']>['images'],
): GateFacts => ({
  ...allowed,
  environment: { ...environment, requireImages: true },
  version: { ...allowed.version!, images },
});
export const listed = { from: 'rendered' as const, problem: null, cut: false };

/** What stands against a version, with the answer. */
export const REFUSED: readonly [
  what: string,
  facts: Partial<GateFacts>,
  decision: 'deny' | 'undecided',
  codes: GateReasonCode[],
  retryAfterSeconds: number | null,
][] = [
  ['an unknown chart', { chart: null }, 'deny', ['unknown-chart'], null],
  [
    'a tag that is not there',
    { tag: { state: 'absent' } },
    'deny',
    ['tag-not-found'],
    null,
  ],
  [
    'a tag that was moved',
    { tag: { state: 'at', digest: OTHER } },
    'deny',
    ['tag-elsewhere'],
    null,
  ],
  [
    'a tag that was moved to it after it was judged',
    { version: { ...allowed.version!, underTag: false } },
    'undecided',
    ['evidence-too-old'],
    10,
  ],
  [
    'a tag that was moved to another version than it promises',
    {
      version: { ...allowed.version!, version: '1.7.0', underTag: false },
    },
    'deny',
    ['name-or-version-mismatch'],
    null,
  ],
  [
    'a tag that nobody asked for',
    { tag: null },
    'undecided',
    ['registry-unreachable'],
    30,
  ],
  [
    'a registry that does not answer',
    {
      tag: {
        state: 'unknown',
        reason: gateReasonOf('registry-unreachable', 'No.'),
      },
    },
    'undecided',
    ['registry-unreachable'],
    30,
  ],
  [
    'a registry that does not let us in',
    {
      tag: {
        state: 'unknown',
        reason: gateReasonOf('registry-denied', 'No.'),
      },
    },
    'deny',
    ['registry-denied'],
    null,
  ],
  [
    'neither tag nor digest',
    { asked: { reference: 'x', tag: null, digest: null }, tag: null },
    'deny',
    ['not-pinned'],
    null,
  ],
  [
    'no digest where the operator asks for one',
    {
      asked: { reference: 'x', tag: '1', digest: null },
      environment: { ...environment, requireDigest: true },
    },
    'deny',
    ['not-pinned'],
    null,
  ],
  [
    'no digest where the caller asks for one',
    {
      asked: { reference: 'x', tag: '1', digest: null },
      require: { digest: true },
    },
    'deny',
    ['not-pinned'],
    null,
  ],
  [
    'a digest that was never read',
    { version: null },
    'undecided',
    ['version-not-seen'],
    10,
  ],
  [
    'what is known of another digest',
    { version: { ...allowed.version!, digest: OTHER } },
    'undecided',
    ['version-not-seen'],
    10,
  ],
  [
    'evidence that is too old',
    { version: { ...allowed.version!, evidenceAt: ago(61) } },
    'undecided',
    ['evidence-too-old'],
    10,
  ],
  [
    'evidence that is too old for the caller',
    { require: { maxAgeSeconds: 60 } },
    'undecided',
    ['evidence-too-old'],
    10,
  ],
  [
    'evidence from the future',
    { version: { ...allowed.version!, evidenceAt: ago(-61) } },
    'undecided',
    ['evidence-too-old'],
    10,
  ],
  [
    'no evidence',
    { version: { ...allowed.version!, evidenceAt: null } },
    'undecided',
    ['evidence-too-old'],
    10,
  ],
  [
    'a policy that there is not',
    { require: { policies: ['x'] }, unknownPolicies: ['x'] },
    'deny',
    ['policy-unknown'],
    null,
  ],
  [
    'a policy of the caller that it was not judged under',
    { require: { policies: ['extra'] } },
    'undecided',
    ['not-yet-judged'],
    10,
  ],
  [
    'a policy of the environment that it was not judged under',
    { environment: { ...environment, policies: ['extra'] } },
    'undecided',
    ['not-yet-judged'],
    10,
  ],
  [
    'an attestation that nobody made',
    { missingAttestations: ['https://slsa.dev/provenance'] },
    'deny',
    ['missing-attestation'],
    10,
  ],
  [
    'what whoever asks knows against it',
    { problems: [gateReasonOf('policy-expired', 'Over.')] },
    'undecided',
    ['policy-expired'],
    null,
  ],
  [
    'images that nobody has listed',
    withImages(null),
    'deny',
    ['images-not-proven'],
    null,
  ],
  [
    'an image by tag',
    withImages({ ...listed, items: [image({ pinned: false })] }),
    'deny',
    ['images-not-proven'],
    null,
  ],
  [
    'an image that nobody has signed',
    withImages({ ...listed, items: [image({ status: 'unsigned' })] }),
    'deny',
    ['images-not-proven'],
    null,
  ],
  [
    'a list of images that may be longer',
    withImages({ ...listed, items: [image({})], cut: true }),
    'deny',
    ['images-not-proven'],
    null,
  ],
  [
    'verified, without proof',
    withVerdict(verdictOf('verified', ['policy-met'], { requirements: [] })),
    'undecided',
    ['verifier-failed'],
    30,
  ],
  [
    'verified, by no policy',
    {
      ...withVerdict(verdictOf('verified', ['policy-met'], { policies: [] })),
      chart: { ...allowed.chart!, policies: [] },
    },
    'deny',
    ['no-policy'],
    null,
  ],
  [
    'verified, until a moment ago',
    withVerdict(verdictOf('verified', ['policy-met'], { countsUntil: ago(1) })),
    'deny',
    ['certificate-expired'],
    null,
  ],
];
