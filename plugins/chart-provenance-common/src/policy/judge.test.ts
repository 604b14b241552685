import { REASONS, reasonOf } from '../verdict/reasons';
import { ReasonCode } from '../verdict/types';
import { judge } from './judge';
import {
  OTHER_DIGEST,
  NOW,
  SPDX,
  keyless,
  policy,
  failing,
  inputOf,
  proven,
  Item,
} from './testing/judgeInputs';
import { attestedRows } from './testing/attestedRows';
import { memberRows } from './testing/memberRows';
import { notAttestedRows } from './testing/notAttestedRows';
import {
  asksKeyring,
  byPgp,
  provenanceFileRows,
  provFile,
} from './testing/provenanceFileRows';
import { rejectedByRule } from './testing/rejectedByRuleRows';
import { rejected } from './testing/rejectedRows';
import {
  good,
  provenance,
  wrongIdentity,
  wrongSource,
  wrongIssuer,
  signedByKey,
  sbomPolicy,
  sbom,
  aboutOther,
  distrust,
  Row,
} from './testing/signatures';
import { notation, storeRows } from './testing/storeRows';
import { indeterminate, unsigned } from './testing/undecidedRows';
import { verified } from './testing/verifiedRows';

const chartProblems: ReasonCode[] = [
  'registry-unreachable',
  'registry-denied',
  'registry-misbehaved',
  'evidence-incomplete',
  'stale-root',
  'stale',
];

describe('judge', () => {
  const rows: Row[] = [
    ...verified,
    ...rejected,
    ...rejectedByRule,
    ...unsigned,
    ...indeterminate,
    ...provenanceFileRows,
    ...attestedRows,
    ...notAttestedRows,
    ...storeRows,
    ...memberRows,
    ...chartProblems.map(
      (code): Row => [
        `${code} about the chart`,
        { items: [good], chart: { problems: [reasonOf(code, 'm')] } },
        'indeterminate',
        [code],
      ],
    ),
  ];

  it.each(rows)('%s', (_, overrides, status, codes) => {
    const verdict = judge(inputOf(overrides));
    expect([
      verdict.status,
      ...verdict.reasons.map(({ code }) => code),
    ]).toEqual([status, ...codes]);
    expect(verdict.decidedAt).toBe(NOW);
    expect(verdict.requirements.every(({ title }) => title !== '')).toBe(true);
    const allMet = verdict.requirements.every(({ result }) => result === 'met');
    expect(allMet).toBe(status === 'verified');
  });

  it('has a row for every reason code', () => {
    const reached = new Set(rows.flatMap(([, , , codes]) => codes));
    expect(
      Object.keys(REASONS).filter(code => !reached.has(code as ReasonCode)),
    ).toEqual([]);
  });

  it('says who signed, when nobody has said who may', () => {
    const verdict = judge(inputOf({ items: [good], chart: { policies: [] } }));
    expect(verdict.signer).toEqual(keyless);
  });

  it('never proposes a signer whose signature was not checked to the end', () => {
    const chart = { policies: [] };
    expect(
      judge(inputOf({ items: [notation('n0')], chart })).signer,
    ).toBeUndefined();
    expect(
      judge(inputOf({ items: [notation('00'), good], chart })).signer,
    ).toEqual(keyless);
  });

  it('never proposes a distrusted signer', () => {
    const verdict = judge(
      inputOf({
        items: [signedByKey, good],
        chart: { policies: [] },
        distrust: [distrust({ key: 'release' })],
      }),
    );
    expect(verdict.signer).toEqual(keyless);
  });

  it('never proposes a signer whose provenance names a distrusted source', () => {
    const verdict = judge(
      inputOf({
        items: [signedByKey, provenance('https://github.com/acme/tools'), good],
        chart: { policies: [] },
        distrust: [distrust({ sourceRepository: 'github.com/acme/tools' })],
      }),
    );
    expect(verdict.signer).toEqual(keyless);
  });

  it('names the signer that came nearest, and orders reasons by nearness whatever order the evidence has', () => {
    const items: Item[] = [
      failing('bad-signature', '61'),
      failing('untrusted-root', '62'),
      aboutOther,
      wrongIssuer,
      wrongIdentity,
    ];
    const expected = [
      'wrong-identity',
      'wrong-issuer',
      'digest-mismatch',
      'untrusted-root',
      'bad-signature',
    ];
    for (const order of [items, [...items].reverse()]) {
      const verdict = judge(inputOf({ items: order }));
      expect(verdict.reasons.map(({ code }) => code)).toEqual(expected);
      expect(verdict.signer).toEqual(wrongIdentity.verifications[0].signer);
    }
    const nearer = judge(inputOf({ items: [...items, wrongSource] }));
    expect(nearer.reasons.map(({ code }) => code)).toEqual(['wrong-source']);
  });

  it('shows each line with the evidence that met it', () => {
    const { requirements } = judge(
      inputOf({ items: [good, sbom], chart: sbomPolicy }),
    );
    expect(
      requirements.map(({ id, result, metBy }) => [id, result, metBy]),
    ).toEqual([
      ['distrust', 'met', []],
      ['policy:acme-release:signature', 'met', ['sha256:01']],
      ['policy:acme-release:source', 'met', ['sha256:01']],
      [`policy:acme-release:attestation:${SPDX}`, 'met', ['sha256:06']],
      ['tag-version', 'met', []],
      ['tag-history', 'met', []],
    ]);
  });

  it('says that a provenance file proves the chart archive alone', () => {
    const verdict = judge(
      inputOf({
        items: [provFile('91')],
        chart: {
          expectedSource: null,
          policies: [policy({ anyOf: [asksKeyring] })],
        },
      }),
    );
    expect(verdict.signer).toEqual(byPgp);
    expect(verdict.reasons[0].message).toBe(
      'The chart archive was signed by PGP key abababababababab of keyring edge-team, as acme-release asks; the manifest around it, with its annotations, was not.',
    );
    expect(
      verdict.requirements.find(({ id }) => id.endsWith(':signature'))?.title,
    ).toBe(
      'Signed by a PGP key of keyring edge-team (the chart archive alone)',
    );
  });

  it('holds until the key ends that holds longest', () => {
    const until = (id: string, countsUntil?: string) =>
      provFile(id, { countsUntil });
    const endOf = (...items: Item[]) =>
      judge(
        inputOf({
          items,
          chart: {
            expectedSource: null,
            policies: [
              policy({ anyOf: [asksKeyring, { kind: 'key', key: 'release' }] }),
            ],
          },
        }),
      ).countsUntil;
    const [near, far] = ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'];
    expect(endOf(until('92', near))).toBe(near);
    expect(endOf(until('92', near), until('93', far))).toBe(far);
    expect(endOf(until('92', near), until('93'))).toBeUndefined();
    expect(endOf(until('92', near), signedByKey)).toBeUndefined();
  });

  it('keeps the last verified time only while it is not verified', () => {
    const lastVerifiedAt = '2026-11-01T00:00:00Z';
    expect(judge(inputOf({ lastVerifiedAt })).lastVerifiedAt).toBe(
      lastVerifiedAt,
    );
    expect(
      judge(inputOf({ lastVerifiedAt, items: [good] })).lastVerifiedAt,
    ).toBeUndefined();
  });

  it('accepts nobody by a requirement that names no subject or two', () => {
    for (const broken of [
      {},
      { subject: keyless.subject, subjectPattern: '.*' },
      { subjectPattern: '(' },
    ]) {
      const anyOf = [
        {
          kind: 'keyless' as const,
          root: 'public',
          issuer: keyless.issuer,
          ...broken,
        },
      ];
      const verdict = judge(
        inputOf({ items: [good], chart: { policies: [policy({ anyOf })] } }),
      );
      expect(verdict.status).toBe('rejected');
    }
  });

  it('is not stalled by a genuine signature that is attached over and over', () => {
    const copies = Array.from({ length: 200 }, (_, at) =>
      proven(keyless, `c${at}`),
    );
    const items = [...copies, sbom];
    const start = performance.now();
    const verdict = judge(
      inputOf({
        items,
        chart: sbomPolicy,
        distrust: ['a', 'b', 'c', 'd'].map(name =>
          distrust({ sourceRepository: `github.com/acme/${name}` }),
        ),
      }),
    );
    expect(verdict.status).toBe('verified');
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('is never verified by leaving something out', () => {
    const full = inputOf({ items: [good, sbom], chart: sbomPolicy });
    expect(judge(full).status).toBe('verified');
    const poorer = [
      { ...full, evidence: full.evidence.slice(1) },
      { ...full, evidence: full.evidence.slice(0, 1) },
      { ...full, verifications: full.verifications.slice(1) },
      { ...full, verifications: full.verifications.slice(0, 1) },
      { ...full, chart: { ...full.chart, policies: [] } },
      { ...full, chart: { ...full.chart, policies: [policy({ anyOf: [] })] } },
      { ...full, subject: { ...full.subject, digest: OTHER_DIGEST } },
    ];
    expect(poorer.map(input => judge(input).status)).not.toContain('verified');
  });
});
