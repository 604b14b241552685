import {
  CheckResult,
  ConsumerRow,
  ManualItemSpec,
  MigrationState,
} from 'backstage-plugin-chart-provenance-common';

/** A consumer of the chart of payments. */
export function consumerRow(changes: Partial<ConsumerRow> = {}): ConsumerRow {
  return {
    id: 'consumer-1',
    kind: 'HelmRelease',
    name: 'payments',
    namespace: 'shop',
    form: 'flux-oci-repository',
    where: {
      source: 'kubernetes:prod-eu',
      title: 'Cluster prod-eu',
      cluster: 'prod-eu',
      path: null,
      href: null,
    },
    environment: 'production',
    entityRef: null,
    owner: null,
    written: 'oci://ghcr.io/acme/charts/payments 1.0.0',
    from: 'oci',
    chart: 'oci://ghcr.io/acme/charts/payments',
    chartId: null,
    wants: { version: '1.0.0', digest: null },
    pin: 'version',
    bestPin: 'digest',
    runs: null,
    behind: null,
    gate: { strength: 'none', message: 'Nothing checks it.' },
    findings: [],
    seenAt: '2026-01-01T00:00:00.000Z',
    stale: false,
    ...changes,
  };
}

const items: ManualItemSpec[] = ['told-consumers', 'immutable-tags'].map(
  id => ({
    id,
    group: 'protect',
    claim: 'It is so.',
    why: 'It matters.',
    responsible: 'platform',
    scope: id === 'immutable-tags' ? 'registry' : 'chart',
    contradictedBy: null,
  }),
);

const CHECK: CheckResult = {
  id: 'consumers-pinned',
  group: 'consume',
  claim: 'Consumers pin.',
  why: 'Tags move.',
  status: 'fail',
  message: 'Two do not.',
  evidence: [
    { text: 'one', link: { to: 'consumer', id: 'mine' } },
    { text: 'secret one', link: { to: 'consumer', id: 'hidden' } },
    { text: 'the tab', link: { to: 'consumers' } },
  ],
  moreEvidence: 0,
  responsible: 'consumer',
  scope: 'chart',
  inheritedFrom: null,
  nextAction: null,
};

function blankMigration(may: MigrationState['may']): MigrationState {
  return {
    chartId: 'aaaaaaaaaaaaaaaa',
    reference: 'oci://ghcr.io/acme/charts/payments',
    phase: 'notStarted',
    because: 'Nothing is there.',
    alarms: [],
    steps: [],
    nextStep: null,
    plan: null,
    checks: [CHECK],
    manual: [],
    parity: null,
    rollback: { summary: 'None.', steps: [], commands: [], caution: null },
    may,
  };
}

/** What the services behind the attacked backend's new routes answer from: two consumers, one of them of somebody else. */
export function migrationStores() {
  const rows = [
    consumerRow({ id: 'mine', entityRef: 'component:default/payments' }),
    consumerRow({
      id: 'hidden',
      name: 'secret-name',
      entityRef: 'component:default/secret',
    }),
    consumerRow({ id: 'nobody' }),
  ];
  const consumers = {
    consumersOf: jest.fn(async () => rows),
    consumersBy: jest.fn(async () => rows),
    sources: jest.fn(async () => [
      {
        id: 'kubernetes:prod-eu',
        provider: 'kubernetes',
        title: 'Cluster prod-eu',
        lastSuccessAt: '2026-01-01T00:00:00.000Z',
        lastAttemptAt: '2026-01-01T00:00:00.000Z',
        problem: null,
        documents: [{ where: 'secret/place', message: 'broken' }],
        documentProblems: 1,
        consumers: 3,
      },
    ]),
  };
  const state = jest.fn(
    async (_chart: unknown, may: MigrationState['may']) => ({
      state: blankMigration(may),
      consumers: rows,
    }),
  );
  const summary = jest.fn();
  const writes = { addSignOff: jest.fn(), addPlan: jest.fn() };
  const inventory = { unclaimed: jest.fn(), accept: jest.fn() };
  const distrust = { report: jest.fn() };
  const snippets = { input: jest.fn() };
  const imageReader = { imagesOf: jest.fn(async () => null) };
  const images = { uses: jest.fn(async () => []) };
  return {
    consumers,
    state,
    summary,
    items,
    writes,
    inventory,
    distrust,
    snippets,
    imageReader,
    images,
    content: [
      ...Object.values(consumers),
      state,
      summary,
      ...Object.values(writes),
      ...Object.values(inventory),
      ...Object.values(distrust),
      ...Object.values(snippets),
      ...Object.values(imageReader),
      ...Object.values(images),
    ],
  };
}
