import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  DoctorReport,
  SbomRow,
} from 'backstage-plugin-chart-provenance-common';
import {
  applyMoves,
  DevRegistry,
  openLayoutDirectory,
  readMoves,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import {
  EXAMPLES,
  exampleConfig,
  exampleEntities,
  expectedRecords,
} from './__testUtils__/exampleCompany';
import {
  lookedAt,
  RunningPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';

jest.setTimeout(180_000);

/** Whom the demo's configuration distrusts. */
const DISTRUSTED = 'dev@acme.example';

/** PostgreSQL takes part where a server is given, as in the project's own checks. */
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const ids: TestDatabaseId[] = process.env[POSTGRES]
  ? ['SQLITE_3', 'POSTGRES_15']
  : ['SQLITE_3'];
const databases = TestDatabases.create({ ids });

/** The owner of a repository of the examples. */
function ownerOf(repository: string): string {
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return name.startsWith('edge-') ? 'edge' : name;
}

/** A port nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}

describe.each(databases.eachSupportedId())('the example company on %s', id => {
  let overlayDirectory: string;
  let registry: DevRegistry;
  let plugin: RunningPlugin;
  let down: string;

  beforeAll(async () => {
    overlayDirectory = await mkdtemp(join(tmpdir(), 'chart-provenance-'));
    const layouts = await openLayoutDirectory(join(EXAMPLES, 'registry'), {
      overlayDirectory,
    });
    registry = await startDevRegistry(layouts);
    down = `127.0.0.1:${await closedPort()}`;
    const hosts = { registry: registry.host, down };
    plugin = await startPlugin({
      config: exampleConfig(hosts),
      entities: exampleEntities(hosts),
      knex: await databases.init(id),
    });
  });

  afterAll(async () => {
    await plugin?.stop();
    await registry?.close();
    await rm(overlayDirectory, { recursive: true, force: true });
  });

  /** Every digest that a tag points at, with what is expected of each of its tags. */
  const byDigest = new Map<string, ReturnType<typeof expectedRecords>>();
  for (const record of expectedRecords().filter(({ tag }) => tag !== null)) {
    const key = `${record.repository}@${record.digest}`;
    byDigest.set(key, [...(byDigest.get(key) ?? []), record]);
  }

  it.each([...byDigest])('judges %s as expected', async (_, records) => {
    const { repository, digest } = records[0];
    const owner = ownerOf(repository);
    const chart = await lookedAt(plugin, owner, repository);
    const { items } = await plugin.versions(owner, chart.chartId);
    const row = items.find(item => item.digest === digest);
    // A digest under a good and a bad tag is judged by the bad one.
    const decisive =
      records.find(({ expected }) => expected.verdict !== 'verified') ??
      records[0];
    // What the demo's operator distrusts comes before what the policy says of it.
    const reason =
      decisive.signer?.subject === DISTRUSTED
        ? 'distrusted'
        : decisive.expected.reason;
    expect(row).toMatchObject({
      verdict: {
        status: decisive.expected.verdict,
        ...(reason && { reason: { code: reason } }),
      },
    });
    expect(row?.tags.map(({ tag }) => tag).sort()).toEqual(
      records.map(({ tag }) => tag).sort(),
    );
  });

  it('tells operators what the distrust list reaches', async () => {
    await lookedAt(plugin, 'storefront', 'acme/charts/storefront');
    const { body } = await plugin.request('get', '/distrust').expect(200);
    expect(body).toMatchObject({
      pending: 0,
      entries: [
        {
          id: 'laptop-releases',
          total: 1,
          versions: [
            {
              reference: expect.stringMatching(/\/acme\/charts\/storefront$/),
              version: '5.4.0',
              status: 'rejected',
            },
          ],
        },
      ],
    });
  });

  it('shows proof, evidence and commands of a version', async () => {
    const repository = 'acme/charts/payments';
    const { chartId } = await lookedAt(plugin, 'payments', repository);
    const record = expectedRecords().find(
      one => one.repository === repository && one.tag === '1.8.2',
    )!;
    const path = `/entities/component/default/payments/charts/${chartId}/versions/${record.digest}`;
    const { body } = await plugin.request('get', path).expect(200);
    expect(body.verdict).toMatchObject({
      status: 'verified',
      signer: { kind: 'keyless', root: 'acme' },
    });
    expect(body.evidence).toHaveLength(3);
    expect(body.commands[0].command).toMatch(/^cosign verify /);
    const evidence = body.evidence[0].digest;
    const raw = await plugin
      .request('get', `${path}/evidence/${evidence}`)
      .expect(200);
    expect(raw.headers['content-type']).toBe('application/octet-stream');
    expect(JSON.parse(raw.body.toString()).mediaType).toContain(
      'sigstore.bundle',
    );
  });

  it('tells what the SBOM of a version has that the one before had not', async () => {
    const repository = 'acme/charts/payments';
    const { chartId } = await lookedAt(plugin, 'payments', repository);
    const digestOf = (tag: string) =>
      expectedRecords().find(
        one => one.repository === repository && one.tag === tag,
      )!.digest;
    const path = `/entities/component/default/payments/charts/${chartId}/versions/${digestOf(
      '1.8.2',
    )}`;
    const { body: page } = await plugin
      .request('get', `${path}/sbom?kind=image`)
      .expect(200);
    expect(page).toMatchObject({
      documents: [{ label: 'CycloneDX 1.6', verified: true, problem: null }],
      against: { digest: digestOf('1.8.0'), version: '1.8.0', verified: true },
      changes: { added: 4, removed: 4, changed: 13, same: 26 },
      kinds: { image: 4 },
    });
    expect(
      page.items.map((row: SbomRow) => [row.change, row.name, row.version]),
    ).toEqual([
      ['added', 'docker.io/bitnami/pgbouncer', '1.24.1'],
      ['removed', 'docker.io/edoburu/pgbouncer', '1.24.0'],
      ['changed', 'docker.io/library/redis', '8.2.2-alpine'],
      ['changed', 'registry.acme.example/acme/images/payments', '2026.10.3'],
      [
        'changed',
        'registry.acme.example/acme/images/payments-settlement',
        '2026.10.3',
      ],
    ]);
    const { body: detail } = await plugin.request('get', path).expect(200);
    expect(detail.contents).toMatchObject({
      dependencies: [],
      sbom: { evidence: page.shown, verified: true },
      cut: false,
    });
    expect(detail.contents.images).toHaveLength(4);
    expect(detail.row.sbom.packageCount).toBe(page.documents[0].componentCount);
  });

  it('says that a registry is down, and decides nothing', async () => {
    const chart = await lookedAt(plugin, 'reports', 'archive/charts/reports');
    expect(chart).toMatchObject({
      state: 'failed',
      newest: null,
      freshness: {
        lastSuccessAt: null,
        problem: { code: 'registry-unreachable', side: 'registry' },
      },
    });
  });

  it.each([
    ['geo', 'annotation-invalid'],
    ['fraud-check', 'claim-not-allowed'],
  ])('says what is wrong with the annotation of %s', async (name, code) => {
    const answer = await until(
      () => plugin.entity(name),
      one => one.problems.length > 0,
    );
    expect(answer.problems).toMatchObject([{ code }]);
    expect(answer.charts.map(chart => chart.repository)).not.toContain(
      'acme/charts/payments',
    );
  });

  it('shows a chart that is claimed and not published yet as empty', async () => {
    const chart = await lookedAt(plugin, 'pricing', 'acme/charts/pricing');
    expect(chart.newest).toBeNull();
  });

  it('shows no chart where only a placeholder of a rule fits the name', async () => {
    await lookedAt(plugin, 'pricing', 'acme/charts/pricing');
    expect(await plugin.entity('handbook')).toMatchObject({
      charts: [],
      problems: [],
    });
  });

  it('has the doctor find the registry well, and the trust material to be for the demo', async () => {
    const { body } = await plugin.request('post', '/status/doctor').expect(200);
    const report: DoctorReport = body;
    const found = report.sections.find(section => section.kind === 'registry');
    expect(found?.checks.map(({ result }) => result)).toEqual(
      Array(9).fill('ok'),
    );
    const root = report.sections.find(section => section.id === 'root:acme');
    expect(root?.checks.find(check => check.id === 'demo')?.result).toBe(
      'warning',
    );
    const status = await plugin.request('get', '/status').expect(200);
    expect(status.body.doctor).toEqual(report);
    await plugin.request('post', '/status/doctor').expect(429);
  });

  it('reports the health of the index', async () => {
    const { body } = await plugin.request('get', '/status').expect(200);
    expect(body.trust).toEqual([
      expect.objectContaining({ id: 'acme', kind: 'root', ok: true }),
      expect.objectContaining({ kind: 'key', ok: true }),
      expect.objectContaining({ id: 'edge-team', kind: 'keyring', ok: true }),
    ]);
    expect(body.registries).toEqual(
      expect.arrayContaining([expect.objectContaining({ host: down })]),
    );
  });

  it('notices tags that move, after a refresh', async () => {
    const repository = 'acme/charts/checkout';
    const { chartId } = await lookedAt(plugin, 'checkout', repository);
    const moves = await readMoves(join(EXAMPLES, 'registry/moves.json'));
    await applyMoves(registry, moves);
    const path = `/entities/component/default/checkout/charts/${chartId}`;
    await plugin.request('post', `${path}/refresh`).expect(202);
    const rolledBack = moves.find(({ tag }) => tag === 'stable')!;
    const page = await until(
      () => plugin.versions('checkout', chartId),
      ({ items }) =>
        items.some(
          row =>
            row.digest === rolledBack.to &&
            row.tags.some(({ tag }) => tag === 'stable'),
        ),
    );
    const row = page.items.find(({ digest }) => digest === rolledBack.to);
    expect(row?.verdict.status).toBe('rejected');
    const { body: history } = await plugin
      .request('get', `${path}/tags/stable/history`)
      .expect(200);
    expect(history.observations).toMatchObject([
      { digest: rolledBack.to, change: 'rollback' },
      { change: 'first' },
    ]);
  });
});
