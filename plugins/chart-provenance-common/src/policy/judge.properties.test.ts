import fc from 'fast-check';
import { Signer, Verdict } from '../verdict/types';
import { judge } from './judge';
import { JudgeInput } from './judgeInput';
import { byGenerator, slsa } from './testing/attestations';
import {
  asksKey,
  asksKeyless,
  byKey,
  failing,
  inputOf,
  Item,
  keyless,
  OTHER_DIGEST,
  policy,
  proven,
  SPDX,
  unproven,
} from './testing/judgeInputs';
import { provFile } from './testing/provenanceFileRows';
import { notation } from './testing/storeRows';
import { TrustPolicy } from './types';

const strangers: Signer[] = [
  { ...keyless, subject: 'https://github.com/mallory/x' },
  { ...keyless, issuer: 'https://gitlab.com' },
  { ...keyless, root: 'github' },
  { ...byKey, key: 'ci', fingerprint: '0' },
  byGenerator,
];
const CODES = [
  'bad-signature',
  'untrusted-root',
  'untrusted-key',
  'verifier-failed',
  'certificate-expired',
] as const;

/** Anything that the signers asked for have not proven: whoever may push can attach it. */
const foreign: fc.Arbitrary<(id: string) => Item> = fc.oneof(
  fc
    .record({
      signer: fc.constantFrom(...strangers),
      predicateType: fc.constantFrom(undefined, SPDX, `${SPDX}/v2.3`),
      other: fc.boolean(),
      gaps: fc.boolean(),
    })
    .map(
      ({ signer, predicateType, other, gaps }) =>
        (id: string) =>
          proven(signer, id, {
            ...(predicateType && { predicateType }),
            ...(other && { subjects: [OTHER_DIGEST] }),
            ...(gaps && { gaps: ['x'] }),
          }),
    ),
  fc
    .tuple(
      fc.constantFrom(...CODES),
      fc.constantFrom('root:public', 'key:release', 'root:x'),
    )
    .map(
      ([code, trust]) =>
        (id: string) =>
          failing(code, id, trust),
    ),
  fc
    .constantFrom(
      { kind: 'unknown' as const, format: 'unknown' as const },
      { format: 'sigstore-bundle-other' as const },
      { kind: 'attestation' as const, predicateType: SPDX },
      { kind: 'sbom' as const, format: 'raw' as const },
      { problem: { code: 'awaiting-bytes' as const, message: 'm' } },
    )
    .map(evidence => (id: string) => unproven(evidence, id)),
  fc.constant((id: string) => notation(id)),
  fc.constant((id: string) => provFile(id)),
  fc.constant((id: string) =>
    slsa(strangers[0], id, { source: 'github.com/acme/payments' }),
  ),
);

/** The same by those who are asked. */
const own: fc.Arbitrary<(id: string) => Item> = fc
  .record({
    signer: fc.constantFrom<Signer>(keyless, byKey, {
      ...keyless,
      sourceRepository: 'https://github.com/acme/tools',
    }),
    predicateType: fc.constantFrom(undefined, SPDX),
    other: fc.boolean(),
  })
  .map(
    ({ signer, predicateType, other }) =>
      (id: string) =>
        proven(signer, id, {
          ...(predicateType && { predicateType }),
          ...(other && { subjects: [OTHER_DIGEST] }),
        }),
  );

const POLICIES: TrustPolicy[][] = [
  [policy()],
  [policy({ requireAttestations: [{ type: SPDX }] })],
  [
    policy({
      anyOf: [asksKey, asksKeyless],
      requireAttestations: [{ type: SPDX, anyOf: [asksKey] }],
    }),
  ],
  [policy(), policy({ name: 'second', anyOf: [asksKey, asksKeyless] })],
];
/**
 * None of a source: by what a signer says of it elsewhere their signature falls, so that taking the statement away brings it back. See
 * the distrust tests; who wants to be sure expects a source, which then has to be proven.
 */
const DISTRUST: JudgeInput['distrust'][] = [
  [],
  [{ id: 'd', reason: 'r.', key: 'release' }],
  [{ id: 'd', reason: 'r.', identity: keyless, from: '2026-11-21T00:00:00Z' }],
];

const scene = fc.record({
  makers: fc.array(fc.oneof(own, foreign), { maxLength: 6 }),
  policies: fc.constantFrom(...POLICIES),
  distrust: fc.constantFrom(...DISTRUST),
  expectedSource: fc.constantFrom(null, 'github.com/acme/payments'),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const itemsOf = (makers: Scene['makers'], prefix: string): Item[] =>
  makers.map((make, index) => make(`${prefix}${index}`));
const inputFor = (
  { policies, distrust, expectedSource }: Scene,
  items: Item[],
) => inputOf({ items, chart: { policies, expectedSource }, distrust });

/** Without what may differ in order alone. */
function sorted(verdict: Verdict) {
  return {
    ...verdict,
    requirements: verdict.requirements.map(one => ({
      ...one,
      metBy: [...one.metBy].sort(),
    })),
  };
}

describe('judge, whatever is attached', () => {
  it('stays verified, whatever the signers asked for have not proven', () => {
    let verified = 0;
    fc.assert(
      fc.property(
        scene,
        fc.array(foreign, { maxLength: 6 }),
        fc.constantFrom('0', 'z'),
        (one, added, prefix) => {
          const items = itemsOf(one.makers, 'm');
          const before = judge(inputFor(one, items)).status;
          verified += before === 'verified' ? 1 : 0;
          const more = [...itemsOf(added, prefix), ...items];
          const after = judge(inputFor(one, more)).status;
          expect([before, after]).not.toEqual([
            'verified',
            expect.not.stringMatching(/^verified$/),
          ]);
        },
      ),
      { numRuns: 1500 },
    );
    // The property says nothing of what never is verified.
    expect(verified).toBeGreaterThan(50);
  });

  it('is never verified by taking something away', () => {
    let open = 0;
    fc.assert(
      fc.property(scene, fc.nat(), (one, drop) => {
        const items = itemsOf(one.makers, 'm');
        const before = judge(inputFor(one, items)).status;
        open += before === 'verified' ? 0 : 1;
        const fewer = items.filter((_, index) => (drop >> index) % 2 === 0);
        const after = judge(inputFor(one, fewer)).status;
        expect([before, after]).not.toEqual([
          expect.not.stringMatching(/^verified$/),
          'verified',
        ]);
      }),
      { numRuns: 1500 },
    );
    expect(open).toBeGreaterThan(50);
  });

  it('says the same in whatever order it is listed', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat()), (one, random) => {
        const items = itemsOf(one.makers, 'm');
        const shuffled = items
          .map(item => ({ item, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        expect(sorted(judge(inputFor(one, shuffled)))).toEqual(
          sorted(judge(inputFor(one, items))),
        );
      }),
      { numRuns: 500 },
    );
  });
});
