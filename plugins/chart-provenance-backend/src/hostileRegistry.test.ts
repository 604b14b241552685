import { IncomingMessage, Server } from 'node:http';
import { join } from 'node:path';
import {
  ChartSummary,
  VersionPage,
} from 'backstage-plugin-chart-provenance-common';
import { FaultPlan, startDevRegistry } from 'chart-provenance-dev-registry';
import { OciLayout } from 'chart-provenance-oras';
import { EXAMPLES, expectedRecords } from './__testUtils__/exampleCompany';
import {
  Case,
  configOf,
  entitiesOf,
  Hostile,
  HOSTILE,
  MANIFESTS,
  REPOSITORY,
  startTrap,
  USER,
} from './__testUtils__/hostileRegistries';
import {
  lookedAt,
  RunningPlugin,
  startPlugin,
  until,
} from './__testUtils__/startPlugin';

jest.setTimeout(180_000);

describe('registries that are not what they should be', () => {
  let trap: { caught: IncomingMessage[]; server: Server; url: string };
  let bad: Case[];
  let turning: Case[];
  let honest: Case;
  let plugin: RunningPlugin;

  beforeAll(async () => {
    trap = await startTrap();
    const layout = await OciLayout.open(join(EXAMPLES, 'registry', REPOSITORY));
    const start = async (
      hostile: Hostile,
      entity: string,
      faults: FaultPlan,
    ) => ({
      ...hostile,
      entity,
      registry: await startDevRegistry({
        repositories: new Map([[REPOSITORY, layout]]),
        readOnly: true,
        auth: { type: 'basic', ...USER },
        faults,
      }),
    });
    bad = await Promise.all(
      HOSTILE.map((hostile, index) =>
        start(hostile, `bad-${index}`, hostile.faults(trap.url)),
      ),
    );
    turning = await Promise.all(
      HOSTILE.map((hostile, index) => start(hostile, `turning-${index}`, [])),
    );
    honest = await start(HOSTILE[0], 'honest', [
      {
        match: { path: MANIFESTS },
        fault: { kind: 'digest', header: `sha256:${'0'.repeat(64)}` },
      },
    ]);
    const cases = [...bad, ...turning, honest];
    plugin = await startPlugin({
      config: configOf(cases),
      entities: entitiesOf(cases),
    });
  });

  afterAll(async () => {
    await plugin?.stop();
    trap?.server.close();
    await Promise.all(
      [...(bad ?? []), ...(turning ?? []), ...(honest ? [honest] : [])].map(
        ({ registry }) => registry.close(),
      ),
    );
  });

  const HOSTILE_NAMES = HOSTILE.map(
    ({ name }, index) => [name, index] as const,
  );

  it.each(HOSTILE_NAMES)(
    'nothing is verified by one that %s',
    async (_, index) => {
      const { entity, problem } = bad[index];
      const chart = await lookedAt(plugin, entity, REPOSITORY);
      const { items } = await plugin.versions(entity, chart.chartId);
      expect(
        items.filter(({ verdict }) => verdict.status === 'verified'),
      ).toEqual([]);
      expect(
        items.filter(({ verdict }) => verdict.status === 'unsigned'),
      ).toEqual([]);
      expect(chart.freshness.problem?.code ?? null).toBe(problem);
      // A repository that is not known has nothing published; every other failure is one.
      expect(chart.state === 'empty').toBe(problem === null);
      expect(JSON.stringify(chart)).not.toContain(USER.password);
    },
  );

  it('a digest comes from the bytes, whatever a header says', async () => {
    const { entity, registry } = honest;
    const header = `sha256:${'0'.repeat(64)}`;
    const { chartId } = await lookedAt(plugin, entity, REPOSITORY);
    const { items } = await plugin.versions(entity, chartId);
    expect(items.length).toBeGreaterThan(3);
    expect(items.map(({ digest }) => digest)).not.toContain(header);
    expect(registry.requests.some(({ fault }) => fault === 'digest')).toBe(
      true,
    );
    const expected = expectedRecords().filter(
      record => record.repository === REPOSITORY,
    );
    expect(new Set(items.map(({ digest }) => digest))).toEqual(
      new Set(expected.map(({ digest }) => digest)),
    );
  });

  it.each(HOSTILE_NAMES)(
    'what is known stays, with the reason, when one %s',
    async (_, index) => {
      const { entity, registry, faults } = turning[index];
      const before = await lookedAt(plugin, entity, REPOSITORY);
      expect(before).toMatchObject({
        state: 'indexed',
        freshness: { problem: null },
      });
      const known = await plugin.versions(entity, before.chartId);
      expect(known.counts).toMatchObject({
        rejected: 1,
        unsigned: 0,
        indeterminate: 0,
      });
      expect(known.counts.verified).toBeGreaterThan(3);

      registry.setFaults(faults(trap.url));
      await plugin
        .request(
          'post',
          `/entities/component/default/${entity}/charts/${before.chartId}/refresh`,
        )
        .expect(202);
      const after = await until(
        async () => lookedAt(plugin, entity, REPOSITORY),
        ({ freshness }) =>
          freshness.lastAttemptAt !== before.freshness.lastAttemptAt,
      );
      const rows = await plugin.versions(entity, before.chartId);
      expect(withoutVerdictTimes(rows)).toEqual(withoutVerdictTimes(known));
      expectStale(after, before);
    },
  );

  it('sends neither credentials nor anything else to another host', () => {
    const hosts = new Set(
      [...bad, ...turning].flatMap(({ registry }) =>
        registry.requests.map(({ host }) => host),
      ),
    );
    expect(hosts.size).toBe(bad.length + turning.length);
    expect(trap.caught).toHaveLength(0);
  });

  function withoutVerdictTimes({ items }: VersionPage) {
    return items.map(({ digest, tags, verdict }) => ({
      digest,
      tags,
      status: verdict.status,
      signer: verdict.signer,
    }));
  }

  /** Either nothing that was needed failed, or the failure is shown and does not count as a look. */
  function expectStale(after: ChartSummary, before: ChartSummary) {
    if (after.freshness.problem) {
      expect(after.freshness.lastSuccessAt).toBe(
        before.freshness.lastSuccessAt,
      );
      expect(after.freshness.problem.since).toBeTruthy();
    } else {
      expect(after.state).toBe('indexed');
    }
  }
});
