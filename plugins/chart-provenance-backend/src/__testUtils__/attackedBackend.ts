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
import { ChartReads, ChartRecord, WorkQueue } from '../store';
import { AuthorizedChartProvenance } from '../service/AuthorizedChartProvenance';
import { createRouter } from '../service/createRouter';
import { DefaultChartProvenance } from '../service/DefaultChartProvenance';
import { DoctorRunner } from '../service/DoctorRunner';

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
  'chart-provenance.index.operate',
];
const GRANTED: Record<string, string[]> = {
  [OWNER]: ALL,
  [LIMITED]: [],
  [AUTHOR]: ['chart-provenance.chart.read', 'chart-provenance.chart.refresh'],
  [TENANT]: ['chart-provenance.chart.read', 'chart-provenance.chart.refresh'],
};

export const payments = '/entities/component/default/payments';
export const ledger = '/entities/component/default/ledger';
/** Every route, for the chart of payments under the entity given. */
export const routes = (entity: string, chart = PAYMENTS) =>
  ({
    entity: ['get', entity],
    versions: ['get', `${entity}/charts/${chart}/versions`],
    version: ['get', `${entity}/charts/${chart}/versions/${DIGEST}`],
    evidence: [
      'get',
      `${entity}/charts/${chart}/versions/${DIGEST}/evidence/${EVIDENCE}`,
    ],
    history: ['get', `${entity}/charts/${chart}/tags/1.0.0/history`],
    refresh: ['post', `${entity}/charts/${chart}/refresh`],
    status: ['get', '/status'],
    doctor: ['post', '/status/doctor'],
  } as const);
export type RouteName = keyof ReturnType<typeof routes>;
export const chartRoutes: RouteName[] = [
  'versions',
  'version',
  'evidence',
  'history',
  'refresh',
];
export const operatorRoutes: RouteName[] = ['status', 'doctor'];
export const everyRoute: RouteName[] = [
  'entity',
  ...chartRoutes,
  ...operatorRoutes,
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
    versions: jest.fn(),
    versionDetail: jest.fn(),
    tagHistory: jest.fn(),
    evidenceBytes: jest.fn(),
    status: jest.fn(),
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
  const queue: jest.Mocked<Pick<WorkQueue, 'makeDue'>> = { makeDue: jest.fn() };
  queue.makeDue.mockResolvedValue(true);
  const catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'> =
    {
      getEntityByRef: async (ref, { credentials }) =>
        VISIBLE[principalOf(credentials)]?.includes(String(ref))
          ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } }
          : undefined,
      getEntitiesByRefs: async () => ({ items: [] }),
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
  const service = new AuthorizedChartProvenance({
    inner: new DefaultChartProvenance({
      reads,
      queue,
      doctor: new DoctorRunner(examine),
      trustStatus: () => ({ trust: [], verifierVersion: 'test' }),
      config: {
        registries: [],
        policies: [],
        trust: { roots: [], keys: [], keyrings: [], distrust: [] },
      },
    }),
    catalog,
    permissions,
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
          httpRouter.use(createRouter({ service, httpAuth, auditor })),
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
    reads.status,
    queue.makeDue,
    examine,
  ];
  const send = (
    [method, path]: readonly ['get' | 'post', string],
    authorization?: string,
  ) => {
    const pending = request(server)[method](`/api/chart-provenance${path}`);
    return authorization
      ? pending.set('Authorization', authorization)
      : pending;
  };
  return { examine, reads, queue, auditor, auditEvent, content, send };
}

export const as = (userRef: string) => mockCredentials.user.header(userRef);
