// Other trust material: every stored bundle of a fleet is verified again from its stored bytes, and every version judged again.
const { keyless } = require('./inputs.cjs');
const { dependency, product } = require('./product.cjs');

const knexOf = dependency('knex').default;
const { createVerifier } = product('verification');
const { judgeInForce, rejudgeAll } = product('indexing');
const { verifyEvidence } = product('indexing/verifyEvidence.ts');
const { DatabaseChartStore } = product('store/DatabaseChartStore.ts');
const fixtures = product('store/__testUtils__/walkFixtures.ts');
const { TestClock } = product('store/__testUtils__/testDatabases.ts');

const CHARTS = 20;
const POLICY = {
  ...{ name: 'acme-release', selectable: false, requireAttestations: [] },
  anyOf: [
    {
      ...{ kind: 'keyless', root: 'acme-0' },
      issuer: 'https://token.actions.githubusercontent.com',
      subjectPattern: 'https://github\\.com/acme/.*',
    },
  ],
  maxStalenessMs: 1e9,
};

async function openStore(clock) {
  const knex = knexOf({
    ...{ client: 'better-sqlite3', connection: ':memory:' },
    ...{ useNullAsDefault: true, pool: { min: 1, max: 1 } },
  });
  const store = await DatabaseChartStore.create({
    database: { getClient: async () => knex },
    ...{ policies: [POLICY], now: clock.now },
  });
  return { knex, store };
}

const chartOf = at => ({
  ...fixtures.PAYMENTS,
  chartId: `chart${String(at).padStart(11, '0')}`,
  repository: `acme/charts/payments-${at}`,
  expectedSource: null,
});

/** A walk that saw so many versions, each with a real bundle. */
function seen(at, versions, questions, clock) {
  const each = Array.from({ length: versions }, (_, number) =>
    fixtures.walkedVersion(`1.${number}.0`, `${at} ${number}`),
  );
  return fixtures.walkResult(clock, {
    tags: each.map(({ digest, version }) => fixtures.tagAt(version, digest)),
    versions: each,
    evidence: each.map(({ digest }, number) =>
      fixtures.walkedEvidence(
        digest,
        `signature ${at} ${number}`,
        questions[number % questions.length].bytes,
      ),
    ),
  });
}

/** The same root under another name: nothing that was proven before counts any longer. */
const renamed = (trust, number) => ({
  ...trust,
  roots: trust.roots.map(root => ({ ...root, id: `acme-${number}` })),
});

async function main({ versions, modes }) {
  const { trust, questions } = await keyless();
  const clock = new TestClock();
  const { knex, store } = await openStore(clock);
  const charts = Array.from({ length: CHARTS }, (_, at) => chartOf(at));
  await fixtures.replaceInventory(store, charts);
  const options = { policies: [POLICY], distrust: [], now: clock.now };

  const first = await createVerifier(renamed(trust, 0), { workers: 0 });
  for (const [at, chart] of charts.entries()) {
    const result = seen(at, versions / CHARTS, questions, clock);
    await store.recordWalk({
      ...{ chartId: chart.chartId, result },
      verified: await verifyEvidence(result.evidence, first),
      judge: judgeInForce(first, options)(),
      lease: await fixtures.leaseChart(store, chart),
      next: { dueAt: '2099-01-01T00:00:00.000Z', problem: null },
    });
  }

  for (const [at, workers] of modes.entries()) {
    const verifier = await createVerifier(renamed(trust, at + 1), { workers });
    // Threads are there, and warm, in a backend that runs.
    await verifyEvidence(seen(0, 40, questions, clock).evidence, verifier);
    const doneBefore = verifier.state().done;
    const began = performance.now();
    const judge = judgeInForce(verifier, options);
    const judged = await rejudgeAll({ store, verifier, judge });
    const elapsedMs = performance.now() - began;
    const verified = verifier.state().done - doneBefore;
    await verifier.close();
    console.log(JSON.stringify({ workers, judged, verified, elapsedMs }));
  }
  await knex.destroy();
}

main(JSON.parse(process.argv[2]));
