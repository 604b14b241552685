import { mockServices } from '@backstage/backend-test-utils';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { read } from './rawConfig';
import { AuthorizedGateService } from '../service/AuthorizedGateService';
import {
  DefaultGateService,
  DefaultGateServiceOptions,
} from '../service/DefaultGateService';
import { GateSight } from '../service/gate/GateSight';
import { Gatekeeper } from '../service/Gatekeeper';
import { GateService } from '../service/GateService';
import { ChartReads, GateStore } from '../store';

export const DECISION_ID = '01KATVRBG0AAAAAAAAAAAAAAAA';
const HASH = 'a'.repeat(64);

/** A decision that was made offline, at the time of its id. */
export const DECISION: GateDecision = {
  id: DECISION_ID,
  decision: 'allow',
  proceed: true,
  enforced: true,
  enforcedFrom: null,
  dryRun: false,
  reference: `oci://ghcr.io/acme/charts/payments@sha256:${HASH}`,
  resolved: `oci://ghcr.io/acme/charts/payments@sha256:${HASH}`,
  digest: `sha256:${HASH}`,
  version: '1.8.2',
  chartId: null,
  entityRef: null,
  environment: 'default',
  verdict: 'verified',
  reasons: [],
  policies: ['acme-release'],
  policyHash: HASH,
  trustHash: HASH,
  evidenceAt: '2025-11-24T12:00:00.000Z',
  decidedAt: '2025-11-24T12:00:00.000Z',
  expiresAt: '2025-11-24T12:15:00.000Z',
  retryAfterSeconds: null,
  url: 'https://evil.dev/phish',
  offline: {
    policyFile: `sha256:${HASH}`,
    policyIssuedAt: '2025-11-24T11:00:00.000Z',
    reportedAt: null,
  },
};

/** The routes of the gate, for operators and those who may ask it. */
export const gateRoutes = {
  gate: ['post', '/gate', { reference: DECISION.reference }],
  decisions: ['get', '/gate/decisions'],
  decision: ['get', `/gate/decisions/${DECISION_ID}`],
  decisionExport: ['get', '/gate/decisions/export?format=csv'],
  reports: [
    'post',
    '/gate/reports',
    { decisions: [{ decision: DECISION, require: null }] },
  ],
  policy: ['get', '/gate/policy?reference=oci://ghcr.io/acme/charts/payments'],
  impact: [
    'post',
    '/gate/impact',
    { kind: 'enforcement', environment: 'default' },
  ],
} as const;

/** A store that has nothing. */
export function gateStore(): jest.Mocked<GateStore> {
  const store: jest.Mocked<GateStore> = {
    add: jest.fn(),
    addAll: jest.fn(),
    decision: jest.fn(),
    decisions: jest.fn(),
    owners: jest.fn(),
    subject: jest.fn(),
    judgeable: jest.fn(),
  };
  store.decisions.mockResolvedValue({ records: [], nextCursor: null });
  store.owners.mockResolvedValue([]);
  return store;
}

/** The gate over a store that has nothing, with a decider that must not be asked by whoever may not. */
export function attackedGate(given: {
  gate: Gatekeeper;
  reads: Pick<ChartReads, 'chartRecord'>;
}): { service: GateService; content: unknown[] } {
  const store = gateStore();
  const decide = jest.fn(async () => DECISION);
  const impact: jest.MockedFunction<DefaultGateServiceOptions['impact']> =
    jest.fn();
  const offlinePolicy: jest.MockedFunction<
    DefaultGateServiceOptions['offlinePolicy']
  > = jest.fn();
  const inner = new DefaultGateService({
    config: read(undefined).config.gate,
    policies: [],
    store,
    reads: given.reads,
    sight: new GateSight({
      gate: given.gate,
      owners: store.owners,
      now: () => Date.now(),
    }),
    decider: { decide, chartIdOf: () => undefined },
    lookAgain: { after: jest.fn() },
    offlinePolicy,
    impact,
    appUrl: 'https://backstage.acme.dev',
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  return {
    service: new AuthorizedGateService({ inner, gate: given.gate }),
    content: [...Object.values(store), decide, impact, offlinePolicy],
  };
}
