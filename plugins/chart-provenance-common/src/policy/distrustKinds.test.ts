import { VerdictStatus } from '../verdict/types';
import { distrustReach } from './distrustReach';
import { judge } from './judge';
import { asksGenerator, byGenerator } from './testing/attestations';
import {
  asksKey,
  asksKeyless,
  byKey,
  inputOf,
  Item,
  keyless,
  OTHER_DIGEST,
  policy,
  proven,
  SLSA,
  SPDX,
} from './testing/judgeInputs';
import { asksKeyring, byPgp, provFile } from './testing/provenanceFileRows';
import { asksStore, byX509, notation } from './testing/storeRows';
import { Distrust } from './types';

const SIGNED_AT = '2026-11-20T10:00:00Z';
const INSIDE = { from: '2026-11-20T00:00:00Z', until: '2026-11-21T00:00:00Z' };
const OUTSIDE = { from: '2026-11-20T10:00:01Z' };
const LEAF = '1e'.repeat(32);

const signature = proven(keyless, 'f0', { logEntries: [LEAF] });
const keySignature = proven(byKey, 'f1', { logEntries: [LEAF] });
const another = proven(byGenerator, 'f2');

/** What each kind of entry names, and who signed. */
const KINDS: [string, Item, Partial<Distrust>][] = [
  ['a digest of evidence', signature, { digest: 'sha256:f0' }],
  ['a key', keySignature, { key: 'release' }],
  ['a fingerprint', keySignature, { key: byKey.fingerprint }],
  ['a root', signature, { root: 'public' }],
  [
    'an identity',
    signature,
    { identity: { issuer: keyless.issuer, subject: keyless.subject } },
  ],
  ['a source', signature, { sourceRepository: 'github.com/acme/payments' }],
  ['a log entry', signature, { logEntry: LEAF }],
  ['a log entry in capitals', signature, { logEntry: LEAF.toUpperCase() }],
  ['a log entry of a key', keySignature, { logEntry: LEAF }],
];

function judged(items: Item[], entry: Partial<Distrust>) {
  const input = inputOf({
    items,
    chart: {
      expectedSource: null,
      policies: [policy({ anyOf: [asksKey, asksKeyless, asksGenerator] })],
    },
    distrust: [{ id: 'leak', reason: 'It leaked.', ...entry }],
  });
  return { verdict: judge(input), reach: distrustReach(input) };
}

const at = ({ evidence, verifications }: Item, times: string[]): Item => ({
  evidence,
  verifications: verifications.map(one => ({ ...one, verifiedTimes: times })),
});
const untimed = (item: Item): Item => at(item, []);
/** A signer whom no entry of the table names. */
const beside = (item: Item): Item =>
  item === keySignature
    ? another
    : proven(byKey, 'f3', { logEntries: ['2f'.repeat(32)] });

describe.each(KINDS)('distrust of %s', (_, item, entry) => {
  it.each<[string, Item[], Partial<Distrust>, VerdictStatus, boolean]>([
    ['without a range', [item], {}, 'rejected', true],
    ['in its range', [item], INSIDE, 'rejected', true],
    [
      'at the very end of its range',
      [item],
      { until: SIGNED_AT },
      'rejected',
      true,
    ],
    ['outside of its range', [item], OUTSIDE, 'verified', false],
    ['without a proven time', [untimed(item)], OUTSIDE, 'rejected', true],
    [
      'with one of two times in its range',
      [at(item, [SIGNED_AT, '2026-11-20T10:00:02Z'])],
      OUTSIDE,
      'rejected',
      true,
    ],
    [
      'with a time nobody can read',
      [at(item, [SIGNED_AT, 'soon'])],
      OUTSIDE,
      'rejected',
      true,
    ],
    [
      'beside a good signature of another',
      [item, beside(item)],
      {},
      'verified',
      true,
    ],
  ])('%s', (_what, items, range, status, reached) => {
    const { verdict, reach } = judged(items, { ...entry, ...range });
    expect([verdict.status, verdict.reasons[0].code]).toEqual([
      status,
      status === 'verified' ? 'policy-met' : 'distrusted',
    ]);
    expect(reach).toEqual(reached ? ['leak'] : []);
    expect(verdict.signer).toEqual(
      status === 'verified'
        ? items[items.length - 1].verifications[0].signer
        : items[0].verifications[0].signer,
    );
  });
});

describe('distrust', () => {
  it('of a source reaches a signer by what they say elsewhere, beside a good signature of another too', () => {
    const signed = proven(byKey, 'f4');
    const says = proven(byKey, 'f5', {
      predicateType: SLSA,
      predicate: { source: 'git@github.com:acme/tools.git' },
    });
    const entry = { sourceRepository: 'github.com/acme/tools' };
    const asksOnlyKey = (items: Item[]) =>
      judge(
        inputOf({
          items,
          chart: {
            expectedSource: null,
            policies: [policy({ anyOf: [asksKey] })],
          },
          distrust: [{ id: 'leak', reason: 'It leaked.', ...entry }],
        }),
      );
    expect(asksOnlyKey([signed]).status).toBe('verified');
    expect(asksOnlyKey([signed, says]).status).toBe('rejected');
    const verdict = asksOnlyKey([signed, says, signature]);
    expect([verdict.status, verdict.reasons[0].code]).toEqual([
      'rejected',
      'distrusted',
    ]);
  });

  it('of a chart’s own digest knows no range', () => {
    const entry = { digest: signature.evidence.subject, ...OUTSIDE };
    expect(judged([signature], entry).verdict.status).toBe('rejected');
    expect(judged([signature], { digest: OTHER_DIGEST }).verdict.status).toBe(
      'verified',
    );
  });

  it.each<[string, Partial<Distrust>]>([
    ['its store', { root: byX509.store }],
    ['its certificate', { key: byX509.fingerprint.toUpperCase() }],
  ])('of %s rejects a Notation signature', (_, entry) => {
    const verdict = judge(
      inputOf({
        items: [notation('f6')],
        chart: {
          expectedSource: null,
          policies: [policy({ anyOf: [asksStore] })],
        },
        distrust: [{ id: 'leak', reason: 'It leaked.', ...entry, ...OUTSIDE }],
      }),
    );
    expect(verdict.reasons[0].code).toBe('distrusted');
  });

  it('takes an attestation away, whose signer is asked for, and leaves the signature', () => {
    const items = [signature, proven(byKey, 'f7', { predicateType: SPDX })];
    const input = inputOf({
      items,
      chart: {
        policies: [
          policy({
            requireAttestations: [{ type: SPDX, anyOf: [asksKey] }],
          }),
        ],
      },
    });
    expect(judge(input).status).toBe('verified');
    const entry = { id: 'leak', reason: 'It leaked.', key: 'release' };
    const verdict = judge({ ...input, distrust: [entry] });
    expect(
      verdict.requirements.map(({ result, reasons }) => [
        result,
        ...reasons.map(({ code }) => code),
      ]),
    ).toEqual([
      ['met'],
      ['met'],
      ['met'],
      ['failed', 'distrusted'],
      ['met'],
      ['met'],
    ]);
  });

  it('of one alternative leaves the others', () => {
    const input = inputOf({
      items: [provFile('f8'), keySignature],
      chart: {
        expectedSource: null,
        policies: [policy({ anyOf: [asksKeyring, asksKey] })],
      },
    });
    const of = (key: string) =>
      judge({ ...input, distrust: [{ id: 'a', reason: 'r.', key }] });
    expect(of('release').signer).toEqual(byPgp);
    expect(of('edge-team').signer).toEqual(byKey);
  });
});
