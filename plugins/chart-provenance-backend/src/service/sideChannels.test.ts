import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { consumerRow } from '../__testUtils__/attackedMigration';
import { ChartRecord } from '../store';
import { AuthorizedConsumerService } from './AuthorizedConsumerService';
import { DefaultConsumerService } from './DefaultConsumerService';
import { DefaultMigrationService } from './DefaultMigrationService';
import { Gatekeeper } from './Gatekeeper';
import { visibleContents } from './visibleContents';

const MINE = 'component:default/payments';
const SECRET = 'component:default/secret';
const OPERATE = 'chart-provenance.index.operate';
const CHART = 'aaaaaaaaaaaaaaaa';
const caller = { credentials: mockCredentials.user() };
const locator = { entityRef: MINE, chartId: CHART };
const D = (letter: string) => `sha256:${letter.repeat(64)}`;

function record(changes: Partial<ChartRecord> = {}): ChartRecord {
  return {
    chartId: CHART,
    registry: 'ghcr.io',
    repository: 'acme/charts/payments',
    owner: MINE,
    knownBy: 'convention',
    expectedSource: null,
    policies: [],
    requestedPolicies: [],
    conflict: [],
    ...changes,
  };
}

function running(id: string, digest: string, changes: Partial<ConsumerRow>) {
  return consumerRow({
    id,
    wants: { version: '1.0.0', digest: null },
    runs: {
      version: '1.0.0',
      digest,
      since: null,
      verdict: {
        status: 'verified',
        reason: { code: 'policy-met', message: 'Yes.' },
      },
      note: null,
    },
    ...changes,
  });
}

/** A reader who sees some entities in the catalog, and has every permission on one but those left out. */
function gateFor({
  sees,
  without = [],
}: {
  sees: string[];
  without?: string[];
}): Gatekeeper {
  const entity = {
    apiVersion: 'v1',
    kind: 'Component',
    metadata: { name: 'x' },
  };
  return new Gatekeeper({
    catalog: {
      getEntityByRef: async ref =>
        sees.includes(String(ref)) ? entity : undefined,
      getEntitiesByRefs: async ({ entityRefs }) => {
        // As the catalog does with what is no reference.
        expect(entityRefs.every(ref => ref.includes(':'))).toBe(true);
        return {
          items: entityRefs.map(ref =>
            sees.includes(ref) ? entity : undefined,
          ),
        };
      },
    },
    permissions: {
      authorize: async requests =>
        requests.map(({ permission, resourceRef = MINE }) => ({
          result:
            without.includes(permission.name) || resourceRef !== MINE
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
    },
  });
}

function serviceOver(
  rows: ConsumerRow[],
  options: { owner?: string; sees?: string[]; without?: string[] } = {},
) {
  const { owner = MINE, sees = [MINE], without = [OPERATE] } = options;
  const gate = gateFor({ sees, without });
  const inner = new DefaultConsumerService({
    reads: {
      chartRecord: async () => record({ owner }),
      entityProvenance: async entityRef => ({
        entityRef,
        charts: [{ chartId: CHART }] as never,
        problems: [],
        catalogSeenAt: null,
      }),
    },
    consumers: {
      consumersOf: async () => rows,
      consumersBy: async () => rows,
      sources: async () => [],
    },
    environments: ['production', 'staging'],
    migration: { summary: async () => ({} as never) },
  });
  return new AuthorizedConsumerService({ inner, gate });
}

describe('what a hidden consumer runs, and where', () => {
  const rows = [
    running('mine', D('a'), { entityRef: MINE, environment: 'staging' }),
    running('hidden', D('b'), { entityRef: SECRET, environment: 'production' }),
  ];

  it('is not told by the lines of what runs, only that there is one more', async () => {
    const { charts } = await serviceOver(rows).overview(MINE, caller);
    expect(charts[0].runs.map(({ environment }) => environment)).toEqual([
      'staging',
    ]);
    expect(charts[0].usage).toMatchObject({ total: 2, hidden: 1 });
    expect(JSON.stringify(charts)).not.toContain(D('b'));
  });

  it('is not told by a tag that moved', async () => {
    const answer = await serviceOver(rows).consumers(locator, caller);
    expect(answer.splits).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain(D('b'));
    const both = rows.map(row => ({ ...row, entityRef: MINE }));
    const seen = await serviceOver(both).consumers(locator, caller);
    expect(seen.splits).toHaveLength(1);
  });
});

describe('a consumer that two entities say is theirs', () => {
  const rows = [consumerRow({ id: 'squatted', entityRef: 'contested' })];

  it('is a number to whoever wrote the same key as a hidden entity', async () => {
    const answer = await serviceOver(rows).consumers(locator, caller);
    expect(answer.items).toEqual([]);
    expect(answer.summary).toMatchObject({ total: 1, hidden: 1 });
  });

  it('is shown to operators, as nobody’s', async () => {
    const service = serviceOver(rows, { without: [] });
    const answer = await service.consumers(locator, caller);
    expect(answer.items).toMatchObject([{ id: 'squatted', entityRef: null }]);
  });
});

describe('a chart of others, named in an annotation of one’s own', () => {
  const row = {
    ...running('mine', D('a'), { entityRef: MINE, chartId: CHART }),
    behind: 7,
    gate: {
      strength: 'weaker' as const,
      message: 'Policy top-secret asks for more.',
    },
  };

  it.each<[string, string | null, string[]]>([
    ['whose entity is hidden', null, [MINE]],
    ['that may not be read', SECRET, [MINE, SECRET]],
  ])(
    '%s, tells nothing of its releases, verdicts and policies',
    async (_name, ownerRef, sees) => {
      const service = serviceOver([row], { owner: SECRET, sees });
      const { charts } = await service.consumes(MINE, caller);
      expect(charts).toMatchObject([
        {
          chartId: null,
          ownerRef,
          items: [
            {
              chartId: null,
              behind: null,
              written: row.written,
              runs: { version: '1.0.0', digest: D('a'), verdict: null },
              gate: { strength: 'other' },
            },
          ],
        },
      ]);
      expect(JSON.stringify(charts)).not.toContain('top-secret');
    },
  );

  it('tells all of a chart that may be read', async () => {
    const { charts } = await serviceOver([row]).consumes(MINE, caller);
    expect(charts[0]).toMatchObject({
      chartId: CHART,
      ownerRef: MINE,
      items: [{ behind: 7, gate: { strength: 'weaker' } }],
    });
  });
});

describe('a chart named in the Chart.yaml of another', () => {
  const known = (entityRef: string | null) => ({
    name: 'ledger',
    version: '1.0.0',
    repository: 'oci://ghcr.io/acme/charts',
    known: {
      chartId: CHART,
      digest: D('a'),
      entityRef,
      status: 'rejected' as const,
    },
  });
  const contents = (entityRef: string | null) => ({
    dependencies: [known(entityRef)],
    images: [],
    sbom: null,
    cut: false,
  });
  const seen = (entityRef: string | null, sees: string[]) =>
    visibleContents(contents(entityRef), gateFor({ sees }), caller);

  it.each<[string, string | null, string[]]>([
    ['whose entity is hidden', SECRET, [MINE]],
    ['that may not be read', SECRET, [MINE, SECRET]],
    ['that nobody owns, or several claim', null, [MINE, SECRET]],
  ])('%s, is told as if it were not there', async (_name, owner, sees) => {
    const { dependencies } = await seen(owner, sees);
    expect(dependencies).toEqual([{ ...known(owner), known: null }]);
  });

  it('is told to those who may read it', async () => {
    expect(await seen(MINE, [MINE])).toEqual(contents(MINE));
  });
});

describe('a chart that several entities claim', () => {
  const store = { addSignOff: jest.fn(), addPlan: jest.fn() };
  const service = new DefaultMigrationService({
    reads: {
      chartRecord: async () =>
        record({ owner: null, conflict: [MINE, SECRET] }),
    },
    reader: {
      state: jest.fn(),
      items: [
        {
          id: 'told-consumers',
          group: 'protect',
          claim: 'It is so.',
          why: 'It matters.',
          responsible: 'owner',
          scope: 'chart',
          contradictedBy: null,
        },
      ],
    },
    store,
    now: () => new Date(),
  });

  it('has nobody speak for it: a word would stay when it is settled whose it is', async () => {
    const done = { result: 'done' as const, note: '', expiresOn: null };
    const plan = {
      cutOverOn: null,
      deprecatedOn: null,
      retireOn: null,
      supportedSince: null,
      note: '',
    };
    await expect(
      service.signOff(locator, 'told-consumers', done, caller),
    ).rejects.toThrow(/Several entities claim/);
    await expect(service.plan(locator, plan, caller)).rejects.toThrow(
      /Several entities claim/,
    );
    expect(store.addSignOff).not.toHaveBeenCalled();
    expect(store.addPlan).not.toHaveBeenCalled();
  });
});
