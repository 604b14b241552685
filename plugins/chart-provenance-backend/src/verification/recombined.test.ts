import {
  BundleJson,
  newKey,
  pemOf,
  SigstoreLab,
  WORKFLOW,
} from './__testUtils__/SigstoreLab';
import { OTHER, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';

// A loaded machine takes several times as long.
jest.setTimeout(240_000);

/** Another workflow of the same organisation. */
const ELSEWHERE = WORKFLOW.replace('release.yml', 'test.yml');

type Path = (string | number)[];

const isParent = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** Of every value inside. */
function pathsIn(value: unknown, at: Path = []): Path[] {
  const inside = isParent(value) ? Object.keys(value) : [];
  return inside.flatMap(key => [
    [...at, key],
    ...pathsIn(isParent(value) && value[key], [...at, key]),
  ]);
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (isParent(inner) ? inner[key] : undefined),
    value,
  );

/** One bundle with a value of another in its place; with a list, also with the entries of both. */
function recombined(into: BundleJson, from: BundleJson, path: Path): unknown[] {
  const put = (value: unknown) => {
    const copy = structuredClone(into);
    const parent = valueAt(copy, path.slice(0, -1));
    if (isParent(parent)) {
      parent[path[path.length - 1]] = value;
    }
    return copy;
  };
  const [own, other] = [valueAt(into, path), valueAt(from, path)];
  return Array.isArray(own) && Array.isArray(other)
    ? [put(other), put([...other, ...own])]
    : [put(other)];
}

it('pieces of genuine bundles, put together anew, prove nothing that was not signed', async () => {
  const lab = await SigstoreLab.create();
  const key = newKey();
  const genuine = [
    await lab.sign({ subject: OTHER }),
    await lab.sign({ subject: SUBJECT, san: ELSEWHERE }),
    await lab.sign({ subject: OTHER, key, signedAfterMs: 60_000 }),
  ];
  const trust = {
    // Its thresholds ask for as little as any.
    roots: [
      {
        id: 'lab',
        type: 'github' as const,
        trustedRoot: lab.trustedRoot,
        thresholds: { tlog: 0, ctlog: 0, timestamp: 1 },
      },
    ],
    keys: [{ id: 'release', pem: pemOf(key.publicKey) }],
  };
  const [asSigned] = verifyUnder(lab, genuine[1], trust);
  expect(asSigned).toMatchObject({ signer: { subject: ELSEWHERE } });
  let tried = 0;
  for (const into of genuine) {
    for (const from of genuine.filter(each => each !== into)) {
      for (const path of pathsIn(from)) {
        for (const bundle of recombined(into, from, path)) {
          const outcomes = verifyUnder(lab, bundle, trust);
          const proofs = outcomes.filter(({ outcome }) => outcome === 'proven');
          // That workflow signed this digest, at these times and under this log entry at most.
          const { logEntries = [], verifiedTimes = [] } = proofs[0] ?? {};
          expect(proofs.map(({ signer }) => signer)).toEqual(
            proofs.map(() => asSigned.signer),
          );
          expect(asSigned.logEntries).toEqual(
            expect.arrayContaining(logEntries),
          );
          expect(asSigned.verifiedTimes).toEqual(
            expect.arrayContaining(verifiedTimes),
          );
          tried += 1;
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(150);
});
