import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import request from 'supertest';
import { ChartReads, ChartRecord, SbomStore, WorkQueue } from '../store';
import { AuthorizedChartProvenance } from '../service/AuthorizedChartProvenance';
import { AuthorizedConsumerService } from '../service/AuthorizedConsumerService';
import { AuthorizedDistrustService } from '../service/AuthorizedDistrustService';
import { AuthorizedImageService } from '../service/AuthorizedImageService';
import { AuthorizedInventoryService } from '../service/AuthorizedInventoryService';
import { AuthorizedMigrationService } from '../service/AuthorizedMigrationService';
import { AuthorizedSnippetService } from '../service/AuthorizedSnippetService';
import { createRouter } from '../service/createRouter';
import { DefaultChartProvenance } from '../service/DefaultChartProvenance';
import { DefaultConsumerService } from '../service/DefaultConsumerService';
import { DefaultImageService } from '../service/DefaultImageService';
import { DefaultMigrationService } from '../service/DefaultMigrationService';
import { DefaultSnippetService } from '../service/DefaultSnippetService';
import { DoctorRunner } from '../service/DoctorRunner';
import { Gatekeeper } from '../service/Gatekeeper';
import { attackedGate, gateRoutes } from './attackedGate';
import { migrationStores } from './attackedMigration';

export const DIGEST = `sha256:${'a'.repeat(64)}`;
export const EVIDENCE = `sha256:${'b'.repeat(64)}`;
export const PAYMENTS = 'aaaaaaaaaaaaaaaa';
export const LEDGER = 'bbbbbbbbbbbbbbbb';
export const HOSTILE = '<script>alert(1)</script>';

export const OWNER = 'user:default/owner';
export const LIMITED = 'user:default/limited';
export const AUTHOR = 'user:default/author';
export const TENANT = 'user:default/tenant';

/** Who sees which entity in the catalog. */
const VISIBLE: Record<string, string[]> = {
  [OWNER]: ['component:default/payments'],
  [LIMITED]: ['component:default/payments'],
  [AUTHOR]: ['component:default/ledger'],
  [TENANT]: [],
};

const ALL = [
  'chart-provenance.chart.read',
  'chart-provenance.chart.refresh',
  'chart-provenance.consumer.read',
  'chart-provenance.migration.signoff',
  'chart-provenance.migration.plan',
  'chart-provenance.gate.check',
  'chart-provenance.index.operate',
];
const AUTHORS = ALL.filter(name => !/\.(operate|check)$/.test(name));
const GRANTED: Record<string, string[]> = {
  [OWNER]: ALL,
  [LIMITED]: [],
  [AUTHOR]: AUTHORS,
  [TENANT]: AUTHORS,
};

export const payments = '/entities/component/default/payments';
export const ledger = '/entities/component/default/ledger';
/** Every route, for the chart of payments under the entity given. */
export const routes = (entity: string, chart = PAYMENTS) =>
  ({
    entity: ['get', entity],
    versions: ['get', `${entity}/charts/${chart}/versions`],
    version: ['get', `${entity}/charts/${chart}/versions/${DIGEST}`],
    sbom: ['get', `${entity}/charts/${chart}/versions/${DIGEST}/sbom`],
    evidence: [
      'get',
      `${entity}/charts/${chart}/versions/${DIGEST}/evidence/${EVIDENCE}`,
    ],
    history: ['get', `${entity}/charts/${chart}/tags/1.0.0/history`],
    refresh: ['post', `${entity}/charts/${chart}/refresh`],
    consumers: ['get', `${entity}/charts/${chart}/consumers`],
    images: ['get', `${entity}/charts/${chart}/versions/${DIGEST}/images`],
    snippets: ['get', `${entity}/charts/${chart}/snippets`],
    snippet: ['get', `${entity}/charts/${chart}/snippets/helm-cli`],
    chartGate: ['get', `${entity}/charts/${chart}/gate`],
    consumes: ['get', `${entity}/consumes`],
    overview: ['get', `${entity}/overview`],
    migration: ['get', `${entity}/charts/${chart}/migration`],
    markdown: ['get', `${entity}/charts/${chart}/migration.md`],
    signOff: [
      'put',
      `${entity}/charts/${chart}/migration/checks/told-consumers`,
      { result: 'done', note: '', expiresOn: null },
    ],
    plan: [
      'put',
      `${entity}/charts/${chart}/migration/plan`,
      { retireOn: '2030-01-01' },
    ],
    imageUses: ['get', '/images?query=ghcr.io/acme'],
    inventory: ['get', '/inventory'],
    mappings: [
      'post',
      '/inventory/mappings',
      { mappings: [{ id: chart, entityRef: 'component:default/payments' }] },
    ],
    ...gateRoutes,
    distrust: ['get', '/distrust'],
    status: ['get', '/status'],
    doctor: ['post', '/status/doctor'],
  } as const);
export type RouteName = keyof ReturnType<typeof routes>;
export const chartRoutes: RouteName[] = [
  'versions',
  'version',
  'sbom',
  'evidence',
  'history',
  'refresh',
  'consumers',
  'chartGate',
  'images',
  'snippets',
  'snippet',
  'migration',
  'markdown',
  'signOff',
  'plan',
];
/** For people alone. */
export const userRoutes: RouteName[] = ['signOff', 'plan', 'mappings'];
export const operatorRoutes: RouteName[] = [
  'inventory',
  'mappings',
  'gate',
  'decisions',
  'decision',
  'decisionExport',
  'reports',
  'policy',
  'impact',
  'distrust',
  'status',
  'doctor',
];
export const entityRoutes: RouteName[] = ['entity', 'consumes', 'overview'];
export const everyRoute: RouteName[] = [
  ...entityRoutes,
  ...chartRoutes,
  ...operatorRoutes,
  'imageUses',
];

function record(chartId: string, name: string): ChartRecord {
  return {
    chartId,
    registry: 'ghcr.io',
    repository: `acme/charts/${name}`,
    owner: `component:default/${name}`,
    knownBy: 'convention',
    expectedSource: null,
    policies: [],
    requestedPolicies: [],
    conflict: [],
  };
}

const RECORDS: Record<string, ChartRecord> = {
  [PAYMENTS]: record(PAYMENTS, 'payments'),
  [LEDGER]: record(LEDGER, 'ledger'),
};

function principalOf(credentials: unknown): string {
  const { principal } = credentials as {
    principal: { userEntityRef?: string; subject?: string };
  };
  return principal.userEntityRef ?? principal.subject ?? 'nobody';
}

/** The routes of the plugin over a store, a catalog and permissions that are told what to say. */
export async function startAttackedBackend() {
  const reads: jest.Mocked<ChartReads> = {
    entityProvenance: jest.fn(),
    chart: jest.fn(),
    chartRecord: jest.fn(),
    claimedCharts: jest.fn(),
    versions: jest.fn(),
    versionDetail: jest.fn(),
    tagHistory: jest.fn(),
    evidenceBytes: jest.fn(),
    status: jest.fn(),
    tellingTags: jest.fn(),
    readRepositories: jest.fn(),
  };
  const examine = jest.fn<Promise<DoctorReport>, []>();
  examine.mockResolvedValue({
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:01.000Z',
    ranIn: 'backend',
    counts: { ok: 0, warning: 0, failed: 0, unknown: 0 },
    sections: [],
  });
  reads.entityProvenance.mockImplementation(async entityRef => ({
    entityRef,
    charts: [],
    problems: [],
    catalogSeenAt: null,
  }));
  reads.chartRecord.mockImplementation(async chartId => RECORDS[chartId]);
  reads.versions.mockResolvedValue({
    items: [],
    nextCursor: null,
    total: 0,
    counts: { verified: 0, rejected: 0, unsigned: 0, indeterminate: 0 },
  });
  reads.tagHistory.mockResolvedValue({ tag: '1.0.0', observations: [] });
  reads.evidenceBytes.mockResolvedValue({
    bytes: Buffer.from(HOSTILE),
    mediaType: 'text/html',
    layerDigest: null,
  });
  const sboms: jest.Mocked<SbomStore> = {
    ofVersion: jest.fn(),
    before: jest.fn(),
    components: jest.fn(),
  };
  sboms.ofVersion.mockImplementation(async (_, digest) => ({
    digest,
    version: '1.0.0',
    documents: [],
  }));
  const queue: jest.Mocked<Pick<WorkQueue, 'makeDue'>> = { makeDue: jest.fn() };
  queue.makeDue.mockResolvedValue(true);
  const catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'> =
    {
      getEntityByRef: async (ref, { credentials }) =>
        VISIBLE[principalOf(credentials)]?.includes(String(ref))
          ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } }
          : undefined,
      getEntitiesByRefs: async ({ entityRefs }, { credentials }) => ({
        items: entityRefs.map(ref =>
          VISIBLE[principalOf(credentials)]?.includes(ref)
            ? {
                apiVersion: 'v1',
                kind: 'Component',
                metadata: { name: 'x' },
                relations: [
                  { type: 'ownedBy', targetRef: 'group:default/team-pay' },
                ],
              }
            : undefined,
        ),
      }),
    };
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, options) =>
      requests.map(({ permission }) => ({
        result: GRANTED[
          principalOf(
            options && 'credentials' in options && options.credentials,
          )
        ]?.includes(permission.name)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  });
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => auditEvent,
  });
  const gate = new Gatekeeper({ catalog, permissions });
  const stores = migrationStores();
  const service = new AuthorizedChartProvenance({
    inner: new DefaultChartProvenance({
      reads,
      sboms,
      queue,
      doctor: new DoctorRunner(examine),
      trustStatus: () => ({ trust: [], verifierVersion: 'test' }),
      config: {
        registries: [],
        policies: [],
        trust: { roots: [], keys: [], keyrings: [], stores: [], distrust: [] },
      },
    }),
    gate,
  });
  const consumers = new AuthorizedConsumerService({
    inner: new DefaultConsumerService({
      reads,
      consumers: stores.consumers,
      environments: ['production'],
      migration: { summary: stores.summary },
    }),
    gate,
  });
  const migration = new AuthorizedMigrationService({
    inner: new DefaultMigrationService({
      reads,
      reader: { state: stores.state, items: stores.items },
      store: stores.writes,
      now: () => new Date(),
    }),
    gate,
  });
  const snippets = new AuthorizedSnippetService({
    inner: new DefaultSnippetService({ reads, reader: stores.snippets }),
    gate,
    consumers: stores.consumers,
  });
  const images = new AuthorizedImageService({
    inner: new DefaultImageService({
      reads,
      reader: stores.imageReader,
      images: stores.images,
      consumers: stores.consumers,
    }),
    gate,
  });
  const gated = attackedGate({ gate, reads });
  const distrust = new AuthorizedDistrustService({
    inner: stores.distrust,
    gate,
  });
  const inventory = new AuthorizedInventoryService({
    inner: stores.inventory,
    gate,
  });
  const plugin = createBackendPlugin({
    pluginId: 'chart-provenance',
    register: env =>
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        init: async ({ httpAuth, httpRouter }) =>
          httpRouter.use(
            createRouter({
              service,
              consumers,
              migration,
              inventory,
              distrust,
              gate: gated.service,
              // It reads nothing that anybody could be kept from: see lintRoute.test.ts.
              lint: { lint: jest.fn() },
              images,
              snippets,
              httpAuth,
              auditor,
            }),
          ),
      }),
  });
  const { server } = await startTestBackend({
    features: [
      plugin,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
    ],
  });
  const content = [
    reads.entityProvenance,
    reads.versions,
    reads.versionDetail,
    reads.tagHistory,
    reads.evidenceBytes,
    sboms.ofVersion,
    sboms.components,
    reads.status,
    queue.makeDue,
    examine,
    ...stores.content,
    ...gated.content,
  ];
  const send = (
    [method, path, body]: readonly ['get' | 'post' | 'put', string, object?],
    authorization?: string,
  ) => {
    const call = request(server)[method](`/api/chart-provenance${path}`);
    const pending = body ? call.send(body) : call;
    return authorization
      ? pending.set('Authorization', authorization)
      : pending;
  };
  return {
    examine,
    reads,
    queue,
    auditor,
    auditEvent,
    send,
    writes: stores.writes,
    content,
  };
}

export const as = (userRef: string) => mockCredentials.user.header(userRef);
