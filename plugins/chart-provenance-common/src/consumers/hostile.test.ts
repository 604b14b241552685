import { readConsumers, readConsumersInSteps } from './readConsumers';
import {
  ACME_OCI,
  application,
  applicationSet,
  flux,
  ociRepository,
  referring,
  templated,
} from './testing/objects';
import { readAll } from './testing/read';

// Thousands of readings, on a machine that may have other work.
jest.setTimeout(60_000);

const SOURCE = {
  repoURL: 'ghcr.io/acme/charts',
  chart: 'payments',
  targetRevision: '1.8.2',
};
const GOOD = application({ source: SOURCE });

/** Nothing that stands where something else belongs. */
const JUNK: unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'x',
  [],
  [[]],
  {},
  { toString: 1 },
  JSON.parse('{"__proto__": {"kind": "Application"}, "constructor": 1}'),
  'x'.repeat(3_000),
  '\u202e\u0000\n---\n',
  Array.from({ length: 1_000 }, () => 0),
];

/** The same document with something else at each of its places. */
function* mutations(value: unknown, junk: unknown): Generator<unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      const copy: Record<string, unknown> = Object.fromEntries(
        Object.entries(value),
      );
      for (const changed of [junk, ...mutations(copy[key], junk)]) {
        yield { ...copy, [key]: changed };
      }
    }
  }
}

const WHOLE = [
  application(
    { source: SOURCE, sources: [SOURCE] },
    {
      history: [
        {
          source: SOURCE,
          sources: [SOURCE],
          revision: '1',
          revisions: ['1'],
          deployedAt: 'x',
        },
      ],
      operationState: {
        phase: 'Succeeded',
        syncResult: { source: SOURCE, revision: '1' },
      },
      sync: { status: 'Synced', comparedTo: { source: SOURCE } },
    },
    {
      labels: { 'backstage.io/kubernetes-id': 'x' },
      ownerReferences: [{ kind: 'ApplicationSet', name: 'x' }],
    },
  ),
  applicationSet({ source: SOURCE }),
  ACME_OCI,
  templated(
    { version: '1', verify: { provider: 'cosign' } },
    { status: { history: [{ status: 'deployed', version: 1 }] } },
  ),
  ociRepository(
    {
      ref: { digest: 'x', semver: 'x', tag: 'x' },
      verify: { matchOIDCIdentity: [{ issuer: 'x', subject: 'x' }] },
    },
    {
      status: {
        artifact: { revision: 'x' },
        conditions: [{ type: 'SourceVerified', status: 'True', message: 'x' }],
      },
    },
  ),
  referring('OCIRepository'),
  flux(
    'HelmChart',
    { chart: 'x', sourceRef: { kind: 'HelmRepository', name: 'acme' } },
    { namespace: 'flux-system' },
  ),
];

it('throws on nothing, and hides no neighbour, whatever stands wherever', () => {
  let readings = 0;
  for (const junk of JUNK) {
    for (const [at, whole] of WHOLE.entries()) {
      for (const mutation of mutations(whole, junk)) {
        const others = WHOLE.filter((_, index) => index !== at);
        const { consumers } = readAll(GOOD, mutation, ...others);
        expect(consumers[0].reading.name).toBe('payments');
        readings += 1;
      }
    }
  }
  expect(readings).toBeGreaterThan(2_000);
});

it('throws on no document that is junk itself', () => {
  const documents = JUNK.flatMap(value => [
    { kind: 'manifest' as const, value },
    { kind: 'chart' as const, value, lock: value },
    { kind: 'chart' as const, value: { name: 'x', dependencies: value } },
    {
      kind: 'chart' as const,
      value: { name: 'x', dependencies: [value] },
      lock: { dependencies: [value] },
    },
  ]);
  const { consumers, problems } = readConsumers([
    ...documents,
    { kind: 'manifest', value: GOOD },
  ]);
  expect(consumers).toHaveLength(1);
  expect(problems.every(({ message }) => message.length <= 300)).toBe(true);
});

it('makes no line that looks like another one, and none that is too long', () => {
  const { consumers } = readAll(
    application({
      source: {
        ...SOURCE,
        targetRevision: `1.0.0\u202e\n${'9'.repeat(1_000)}`,
      },
    }),
  );
  const { written } = consumers[0].reading;
  expect(written).toHaveLength(500);
  expect(written).not.toMatch(/[\u202e\n]/);
});

it('does not follow lists without end', () => {
  let list: unknown = GOOD;
  for (let depth = 0; depth < 100; depth += 1) {
    list = { kind: 'List', apiVersion: 'v1', items: [list] };
  }
  expect(readAll(list)).toEqual({
    consumers: [],
    problems: [],
    truncated: false,
  });
});

it('reads a bounded number of objects, and says so', () => {
  const items = Array.from({ length: 50_001 }, () => GOOD);
  const { consumers, truncated } = readAll({
    kind: 'List',
    apiVersion: 'v1',
    items,
  });
  expect(consumers).toHaveLength(50_000);
  expect(truncated).toBe(true);
});

it('takes 5,000 documents in small steps', () => {
  const documents = Array.from({ length: 5_000 }, (_, n) => ({
    kind: 'manifest' as const,
    value: [
      templated({ version: `1.8.${n}` }, { name: `app-${n}` }),
      ACME_OCI,
      GOOD,
    ][n % 3],
    folder: `clusters/c${n % 12}/apps`,
  }));
  const steps = readConsumersInSteps(documents);
  const took: number[] = [];
  let before = performance.now();
  let step = steps.next();
  while (!step.done) {
    took.push(performance.now() - before);
    before = performance.now();
    step = steps.next();
  }
  expect(step.value.consumers).toHaveLength(3_333);
  // One step for finding an object, one for reading it; a busy machine may stop any of them for a while, but not one in a hundred.
  expect(took.length).toBeGreaterThanOrEqual(10_000);
  expect(took.sort((a, b) => b - a)[took.length / 100]).toBeLessThan(10);
});
