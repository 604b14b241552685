import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DISCOVERY_KEY, MappingRecord, UnclaimedRecord } from '../../store';
import { component } from '../__testUtils__/words';
import { OPERATOR, record } from './__testUtils__/records';
import { Unclaimed } from './Unclaimed';

const NOW = new Date('2026-11-23T01:00:00.000Z');
const JANE = 'user:default/jane';

let records: UnclaimedRecord[];
let written: MappingRecord[];
let due: string[];
let catalogReads: number;
/** What each caller may see. */
let visible: Map<string, Entity[]>;

beforeEach(() => {
  records = [];
  written = [];
  due = [];
  catalogReads = 0;
  visible = new Map();
});

function visibleTo({ principal }: BackstageCredentials): Entity[] {
  return visible.get(JSON.stringify(principal)) ?? [];
}

function unclaimed(now: () => Date = () => NOW): Unclaimed {
  return new Unclaimed({
    discovery: {
      unclaimed: async () => records,
      counts: async () => ({
        charts: 9,
        owned: 8,
        unclaimed: 1,
        conflicts: 0,
      }),
      listings: async () => [],
      mappings: async () => written.filter(({ entityRef }) => entityRef),
      addMappings: async more => {
        written.push(...more);
      },
    },
    catalog: {
      async *streamEntities(_, options) {
        catalogReads += 1;
        yield visibleTo(options.credentials);
      },
      getEntitiesByRefs: async ({ entityRefs }, { credentials }) => ({
        items: entityRefs.map(ref =>
          visibleTo(credentials).find(one => stringifyEntityRef(one) === ref),
        ),
      }),
    },
    queue: {
      makeRowDue: async key => {
        due.push(key);
        return true;
      },
    },
    operator: OPERATOR,
    discoveryIntervalMs: 5 * 60_000,
    logger: mockServices.logger.mock(),
    now,
  });
}

const jane = { credentials: mockCredentials.user(JANE), userRef: JANE };
const bob = { credentials: mockCredentials.user('user:default/bob') };

function janeSees(...entities: Entity[]) {
  visible.set(JSON.stringify(jane.credentials.principal), entities);
}

describe('the list', () => {
  it.each<[string, UnclaimedRecord, object]>([
    [
      'a chart that may be read, whose owner by rule does not exist',
      record('oci://ghcr.io/acme/charts/web'),
      {
        why: 'no-owner',
        message: expect.stringContaining('component:default/web'),
        mappable: true,
      },
    ],
    [
      'a chart that may be read, and no rule names an owner',
      record('oci://ghcr.io/acme/shared/web'),
      { why: 'no-owner', mappable: true },
    ],
    [
      'a row from a rule that is gone',
      record('oci://ghcr.io/acme/gone/web'),
      { mappable: false },
    ],
    [
      'a chart of others',
      record('oci://registry-1.docker.io/bitnamicharts/redis'),
      { why: 'not-configured', mappable: false },
    ],
    [
      'a legacy chart',
      record('https://old.acme.dev#web'),
      { why: 'legacy-only', mappable: false },
    ],
    [
      'claims in conflict, of which the reader sees one',
      record('oci://ghcr.io/acme/shared/web', {
        conflict: ['component:default/tools', 'component:secret/x'],
      }),
      {
        why: 'conflict',
        message:
          '2 entities claim it, among them component:default/tools, and nobody said whose it is.',
        mappable: true,
      },
    ],
  ])('says why: %s', async (_, one, expected) => {
    records = [one];
    janeSees(component('tools'));
    const { items } = await unclaimed().list({}, jane);
    expect(items).toEqual([expect.objectContaining(expected)]);
    expect(JSON.stringify(items)).not.toContain('secret');
  });

  it('suggests only what the caller may see, and reads the catalog once a minute', async () => {
    records = [
      record('oci://ghcr.io/acme/shared/tools', {
        deployedBy: ['component:default/web'],
      }),
    ];
    janeSees(component('tools'), component('web'));
    let now = NOW;
    const list = unclaimed(() => now);
    const refs = async (caller: typeof bob) =>
      (await list.list({}, caller)).items[0].suggestions.map(
        ({ entityRef }) => entityRef,
      );
    expect(await refs(jane)).toEqual([
      'component:default/tools',
      'component:default/web',
    ]);
    expect(await refs(bob)).toEqual([]);
    await refs(jane);
    expect(catalogReads).toBe(2);
    now = new Date(NOW.getTime() + 61_000);
    janeSees(component('web'));
    expect(await refs(jane)).toEqual(['component:default/web']);
  });

  it('does not keep a catalog that could not be read', async () => {
    records = [record('oci://ghcr.io/acme/shared/tools')];
    const list = unclaimed();
    const spy = jest.spyOn(visible, 'get').mockImplementationOnce(() => {
      throw new Error('connection reset');
    });
    await expect(list.list({}, jane)).rejects.toThrow('connection reset');
    spy.mockRestore();
    await expect(list.list({}, jane)).resolves.toMatchObject({ total: 1 });
  });

  it('pages through all of it, each once, and filters', async () => {
    records = ['b', 'a', 'd', 'c', 'e'].map(name =>
      record(`oci://ghcr.io/acme/shared/${name}x`),
    );
    const list = unclaimed();
    const seen: string[] = [];
    let cursor: string | undefined;
    const totals: number[] = [];
    do {
      const page = await list.list({ limit: 2, cursor }, jane);
      expect(page.counts).toMatchObject({ charts: 9 });
      totals.push(page.total);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
      // What was decided meanwhile leaves the list, and takes nothing of the rest with it.
      records = records.filter(({ name }) => name !== 'ax');
    } while (cursor);
    expect(seen).toEqual(['ax', 'bx', 'cx', 'dx', 'ex']);
    expect(totals).toEqual([5, 4, 4]);
    const filtered = await list.list({ filter: ' SHARED/D ' }, jane);
    expect(filtered.items.map(({ name }) => name)).toEqual(['dx']);
  });

  it.each([
    { cursor: 'nonsense' },
    { cursor: Buffer.from('["a"]').toString('base64url') },
    { limit: 0 },
    { limit: 201 },
    { limit: 1.5 },
  ])('refuses %j', async query => {
    await expect(unclaimed().list(query, jane)).rejects.toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});

describe('mappings', () => {
  const web = record('oci://ghcr.io/acme/shared/web');
  const other = record('oci://quay.io/acme/web');
  const toTools = { id: web.id, entityRef: 'component:default/tools' };

  beforeEach(() => {
    records = [web, other];
    janeSees(component('tools'));
    visible.set(JSON.stringify(bob.credentials.principal), [
      component('hidden'),
    ]);
  });

  it('are written with who said it, and discovery follows', async () => {
    const answer = await unclaimed().accept(
      { mappings: [{ ...toTools, entityRef: 'Component:Default/Tools' }] },
      jane,
    );
    expect(answer).toEqual({
      accepted: [toTools],
      dueAt: '2026-11-23T01:05:00.000Z',
    });
    expect(written).toEqual([
      {
        chartId: web.id,
        registry: 'ghcr.io',
        repository: 'acme/shared/web',
        entityRef: 'component:default/tools',
        by: JANE,
        at: NOW.toISOString(),
      },
    ]);
    expect(due).toEqual([DISCOVERY_KEY]);
  });

  it('can be changed and taken back, though the chart is no longer in the list', async () => {
    const list = unclaimed();
    await list.accept({ mappings: [toTools] }, jane);
    records = [];
    await list.accept({ mappings: [{ id: web.id, entityRef: null }] }, jane);
    expect(written.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/tools',
      null,
    ]);
  });

  it.each<[string, { id: string; entityRef: string | null }[]]>([
    ['none', []],
    ['one chart twice', [toTools, toTools]],
    ['a chart that nobody knows', [{ ...toTools, id: 'nobody' }]],
    ['a chart that no rule lets be read', [{ ...toTools, id: other.id }]],
    ['no entity reference', [{ ...toTools, entityRef: 'tools' }]],
    ['no such entity', [{ ...toTools, entityRef: 'component:default/none' }]],
    [
      'an entity that the caller may not see',
      [{ ...toTools, entityRef: 'component:default/hidden' }],
    ],
    ['nothing to take back', [{ id: web.id, entityRef: null }]],
    [
      'a good one beside a bad one',
      [toTools, { id: 'nobody', entityRef: toTools.entityRef }],
    ],
    [
      'too many',
      Array.from({ length: 201 }, (_, index) => ({
        ...toTools,
        id: `${index}`,
      })),
    ],
  ])('are refused, and nothing is written: %s', async (_, mappings) => {
    await expect(unclaimed().accept({ mappings }, jane)).rejects.toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
    expect(written).toEqual([]);
    expect(due).toEqual([]);
  });
});
