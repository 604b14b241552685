import { Signer } from '../../verdict/types';
import { SignerRequirement } from '../types';
import {
  asksKey,
  asksKeyless,
  Item,
  OTHER_DIGEST,
  policy,
  proven,
  failing,
  unproven,
  SPDX,
} from './judgeInputs';
import { distrust, good, Row, sbom } from './signatures';

/** Signer, policy and verdicts around Helm's provenance files. */
export const byPgp: Extract<Signer, { kind: 'pgp' }> = {
  kind: 'pgp',
  keyring: 'edge-team',
  fingerprint: 'ab'.repeat(20),
  keyId: 'ab'.repeat(8),
  subkey: 'cd'.repeat(20),
};
export const asksKeyring: SignerRequirement = {
  kind: 'keyring',
  keyring: 'edge-team',
};

/** A provenance file that is proven, with no predicate and no proven time. */
export function provFile(
  id: string,
  about: Partial<Item['verifications'][number]> = {},
  signer: Signer = byPgp,
): Item {
  return proven(signer, id, {
    bare: true,
    verifiedTimes: [],
    decoded: {
      kind: 'provenance-file',
      format: 'helm-provenance',
      predicateType: undefined,
    },
    ...about,
  });
}

const file = provFile('p1');
const keyring = {
  expectedSource: null,
  policies: [policy({ anyOf: [asksKeyring] })],
};

export const provenanceFileRows: Row[] = [
  [
    'a provenance file by the keyring',
    { items: [file], chart: keyring },
    'verified',
    ['policy-met'],
  ],
  [
    'a provenance file in the window of its key',
    {
      items: [
        provFile('p2', {
          countsFrom: '2026-01-01T00:00:00Z',
          countsUntil: '2027-01-01T00:00:00Z',
        }),
      ],
      chart: keyring,
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a keyless signature beside a provenance file that nobody asked for',
    { items: [good, file] },
    'verified',
    ['policy-met'],
  ],
  [
    'a provenance file beside a bad one',
    {
      items: [failing('bad-signature', 'p3', 'keyring:edge-team'), file],
      chart: keyring,
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a key of the same ring that is not the distrusted one',
    {
      items: [file],
      chart: keyring,
      distrust: [distrust({ key: 'ef'.repeat(20) })],
    },
    'verified',
    ['policy-met'],
  ],
  [
    'a provenance file, where a source is expected',
    {
      items: [file],
      chart: { policies: [policy({ anyOf: [asksKeyring] })] },
    },
    'rejected',
    ['source-unproven'],
  ],
  [
    'a provenance file, where attestations are asked for',
    {
      items: [file],
      chart: {
        ...keyring,
        policies: [
          policy({
            anyOf: [asksKeyring],
            requireAttestations: [{ type: SPDX }],
          }),
        ],
      },
    },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'a provenance file, beside the attestation of a workflow that may sign and did not',
    {
      items: [file, sbom],
      chart: {
        ...keyring,
        policies: [
          policy({
            anyOf: [asksKeyring, asksKeyless],
            requireAttestations: [{ type: SPDX }],
          }),
        ],
      },
    },
    'rejected',
    ['missing-attestation'],
  ],
  [
    'a provenance file by a keyring that the policy does not name',
    {
      items: [provFile('p4', {}, { ...byPgp, keyring: 'other' })],
      chart: keyring,
    },
    'rejected',
    ['untrusted-key'],
  ],
  [
    'a provenance file, where a key of the same name is asked for',
    {
      items: [provFile('p5', {}, { ...byPgp, keyring: 'release' })],
      chart: { ...keyring, policies: [policy({ anyOf: [asksKey] })] },
    },
    'rejected',
    ['untrusted-key'],
  ],
  [
    'a provenance file, where a workflow has to sign',
    { items: [file] },
    'rejected',
    ['untrusted-key'],
  ],
  [
    'a provenance file of another manifest',
    { items: [provFile('p6', { subjects: [OTHER_DIGEST] })], chart: keyring },
    'rejected',
    ['digest-mismatch'],
  ],
  [
    'a provenance file by a key that has ended',
    {
      items: [provFile('p7', { countsUntil: '2026-11-22T12:00:00Z' })],
      chart: keyring,
    },
    'rejected',
    ['certificate-expired'],
  ],
  [
    'a provenance file by a keyring that does not count yet',
    {
      items: [provFile('p8', { countsFrom: '2026-11-22T12:00:01Z' })],
      chart: keyring,
    },
    'rejected',
    ['certificate-expired'],
  ],
  [
    'a provenance file whose window cannot be read',
    { items: [provFile('p9', { countsUntil: 'soon' })], chart: keyring },
    'rejected',
    ['certificate-expired'],
  ],
  ...(
    [
      ['its keyring', 'edge-team'],
      ['its fingerprint', 'AB'.repeat(20)],
      ['the fingerprint of its subkey', 'cd'.repeat(20)],
    ] as const
  ).map(
    ([what, key]): Row => [
      `a provenance file distrusted by ${what}`,
      {
        items: [file],
        chart: keyring,
        // Nothing proves when it was made, so it lies inside of every range.
        distrust: [distrust({ key, from: '2026-11-21T00:00:00Z' })],
      },
      'rejected',
      ['distrusted'],
    ],
  ),
  [
    'another kind of evidence that a PGP key is said to have proven',
    {
      items: [provFile('p10', {}, byPgp)].map(item => ({
        ...item,
        evidence: { ...item.evidence, format: 'raw' as const },
      })),
      chart: keyring,
    },
    'unsigned',
    ['no-signature'],
  ],
  [
    'a bundle under no root or key, where a provenance file is asked for',
    { items: [unproven({}, 'p12')], chart: keyring },
    'rejected',
    ['untrusted-root'],
  ],
  [
    'a provenance file where no keyring is configured',
    {
      items: [
        unproven({ kind: 'provenance-file', format: 'helm-provenance' }, 'p11'),
      ],
      chart: {
        ...keyring,
        policies: [policy({ anyOf: [asksKeyless, asksKey] })],
      },
    },
    'indeterminate',
    ['unsupported-format'],
  ],
];
