import { ReasonCode, Signer, VerdictStatus } from '../../verdict/types';
import { SignerRequirement } from '../types';
import {
  asksKeyless,
  failing,
  Item,
  OTHER_DIGEST,
  Overrides,
  policy,
  proven,
  SPDX,
  unproven,
} from './judgeInputs';
import { distrust, good, Row, wrongIdentity } from './signatures';

/** Signer, policy and verdicts around Notation's signatures. */
export const byX509: Extract<Signer, { kind: 'x509' }> = {
  kind: 'x509',
  store: 'acme-ca',
  subject: 'CN=release,O=Acme',
  fingerprint: 'ce'.repeat(32),
};
export const asksStore: Extract<SignerRequirement, { kind: 'store' }> = {
  kind: 'store',
  store: 'acme-ca',
};

/** As far as a Notation signature is checked. */
export function notation(
  id: string,
  about: Partial<Item['verifications'][number]> = {},
  signer: Signer = byX509,
): Item {
  return proven(signer, id, {
    bare: true,
    verifiedTimes: [],
    gaps: ['revocation'],
    decoded: {
      kind: 'signature',
      format: 'notation',
      predicateType: undefined,
    },
    ...about,
  });
}

const badNotation: Item = {
  ...failing('bad-signature', 'n1', 'store:acme-ca'),
  evidence: notation('n1').evidence,
};
const asked = (...anyOf: SignerRequirement[]) => ({
  expectedSource: null,
  policies: [policy({ anyOf })],
});
const storeOnly = asked(asksStore);
const either = asked(asksKeyless, asksStore);
const leaked = distrust({ root: 'acme-ca' });
const unread = unproven(notation('n5').evidence, 'n5');

const rows: [string, Overrides, VerdictStatus, ReasonCode[]][] = [
  [
    'is never verified by a store alone',
    { items: [notation('n0')], chart: storeOnly },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'is not verified because the verifier forgot to tell gaps',
    { items: [notation('n0', { gaps: undefined })], chart: storeOnly },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'stays open beside a broken one',
    { items: [badNotation, notation('n0')], chart: storeOnly },
    'indeterminate',
    ['unsupported-format', 'bad-signature'],
  ],
  [
    'stays open beside a signature by a stranger',
    { items: [wrongIdentity, notation('n0')], chart: either },
    'indeterminate',
    ['unsupported-format', 'wrong-identity'],
  ],
  [
    'stays open where one of two alternatives names another subject',
    {
      items: [notation('n0')],
      chart: asked({ ...asksStore, subject: 'CN=other' }, asksStore),
    },
    'indeterminate',
    ['unsupported-format'],
  ],
  [
    'is not waited for beside a good signature',
    { items: [notation('n0'), good], chart: either },
    'verified',
    ['policy-met'],
  ],
  [
    'broken hides no good signature',
    { items: [badNotation, good], chart: either },
    'verified',
    ['policy-met'],
  ],
  [
    'distrusted hides no good signature',
    { items: [notation('n0'), good], chart: either, distrust: [leaked] },
    'verified',
    ['policy-met'],
  ],
  [
    'vouches for nothing beside a distrusted signature',
    {
      items: [notation('n0'), good],
      chart: { policies: [] },
      distrust: [distrust({ root: 'public' })],
    },
    'rejected',
    ['distrusted', 'no-policy'],
  ],
  [
    'alone and broken is rejected',
    { items: [badNotation], chart: storeOnly },
    'rejected',
    ['bad-signature'],
  ],
  [
    'of another chart is rejected',
    { items: [notation('n0', { subjects: [OTHER_DIGEST] })], chart: storeOnly },
    'rejected',
    ['digest-mismatch'],
  ],
  [
    'by another subject is rejected',
    {
      items: [notation('n0')],
      chart: asked({ ...asksStore, subject: 'CN=release' }),
    },
    'rejected',
    ['wrong-identity'],
  ],
  [
    'under another store is rejected',
    {
      items: [notation('n0', {}, { ...byX509, store: 'other' })],
      chart: storeOnly,
    },
    'rejected',
    ['untrusted-root'],
  ],
  [
    'by a distrusted store is rejected',
    { items: [notation('n0')], chart: storeOnly, distrust: [leaked] },
    'rejected',
    ['distrusted'],
  ],
  [
    'not read yet is waited for',
    { items: [unread], chart: storeOnly },
    'indeterminate',
    ['not-yet-judged'],
  ],
  [
    'attests nothing',
    {
      items: [good, notation('n0')],
      chart: {
        policies: [
          policy({
            requireAttestations: [{ type: SPDX, anyOf: [asksStore] }],
          }),
        ],
      },
    },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'of which nothing is there leaves the chart unsigned',
    { chart: storeOnly },
    'unsigned',
    ['no-signature'],
  ],
  [
    'is not a signature nobody could read, where a bundle is attached',
    { items: [unproven({}, 'n6')], chart: storeOnly },
    'rejected',
    ['untrusted-root'],
  ],
];

export const storeRows: Row[] = rows.map(([what, ...rest]) => [
  `a Notation signature ${what}`,
  ...rest,
]);
