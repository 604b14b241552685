import {
  BlockedConsumer,
  GateDecision,
  GateEnvironmentStatus,
  GateImpact,
  GateLogPage,
  GateLogRow,
  GateReason,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, minutesAgo } from './builders';

export const DECISION_ID = '01JD5N3K8Q0000000000000001';

export function gateReason(changes: Partial<GateReason> = {}): GateReason {
  return {
    code: 'wrong-identity',
    message: 'Signed by acme/tools, the policy asks for acme/payments.',
    side: 'chart',
    fix: 'Release it again from the workflow of acme/payments.',
    who: { kind: 'owner', entityRef: 'group:default/team-a' },
    passing: false,
    ...changes,
  };
}

/** The gate let payments 1.8.2 into production, as a dry run. */
export function gateDecision(
  changes: Partial<GateDecision> = {},
): GateDecision {
  return {
    id: DECISION_ID,
    decision: 'allow',
    proceed: true,
    enforced: true,
    enforcedFrom: null,
    dryRun: true,
    reference: `oci://ghcr.io/acme/charts/payments@${digestOf(182)}`,
    resolved: `oci://ghcr.io/acme/charts/payments@${digestOf(182)}`,
    digest: digestOf(182),
    version: '1.8.2',
    chartId: 'chart-payments00',
    entityRef: 'component:default/payments',
    environment: 'production',
    verdict: 'verified',
    reasons: [],
    policies: ['acme-release'],
    policyHash: '4f1c'.repeat(16),
    trustHash: '9ae2'.repeat(16),
    evidenceAt: minutesAgo(6),
    decidedAt: minutesAgo(2),
    expiresAt: minutesAgo(-13),
    retryAfterSeconds: null,
    url: `https://backstage.acme.dev/chart-provenance/gate?decision=${DECISION_ID}`,
    offline: null,
    ...changes,
  };
}

/** What the gate says of a version that somebody else signed. */
export const denied: Partial<GateDecision> = {
  decision: 'deny',
  proceed: false,
  version: '1.8.1',
  digest: digestOf(181),
  verdict: 'rejected',
  reasons: [gateReason()],
  expiresAt: null,
};

export function gateRow(changes: Partial<GateLogRow> = {}): GateLogRow {
  return {
    ...gateDecision({ dryRun: false }),
    caller: 'external:ci',
    require: null,
    ...changes,
  };
}

export function environment(
  changes: Partial<GateEnvironmentStatus> = {},
): GateEnvironmentStatus {
  return {
    name: 'production',
    enforced: true,
    enforcedFrom: null,
    policies: ['two-signers'],
    requireDigest: true,
    maxAgeSeconds: 3_600,
    ...changes,
  };
}

/** Not enforced yet. */
export const comingEnvironment = environment({
  name: 'staging',
  enforced: false,
  enforcedFrom: '2027-03-01',
  policies: [],
  requireDigest: false,
});

export function gateLogPage(changes: Partial<GateLogPage> = {}): GateLogPage {
  return {
    items: [
      gateRow(),
      gateRow({
        ...denied,
        id: '01JD5N3K8Q0000000000000002',
        decidedAt: minutesAgo(30),
      }),
      gateRow({
        id: '01JD5N3K8Q0000000000000003',
        decision: 'undecided',
        proceed: true,
        enforced: false,
        enforcedFrom: '2027-03-01',
        environment: 'staging',
        version: null,
        digest: null,
        resolved: null,
        chartId: null,
        entityRef: null,
        reference: 'oci://ghcr.io/acme/charts/ledger:2.0.0',
        caller: null,
        reasons: [gateReason({ code: 'unknown-chart', side: 'caller' })],
      }),
    ],
    nextCursor: null,
    environments: [environment(), comingEnvironment],
    ...changes,
  };
}

export function blockedConsumer(
  changes: Partial<BlockedConsumer> = {},
): BlockedConsumer {
  return {
    consumerId: 'consumer-ledger',
    name: 'ledger',
    environment: 'production',
    cluster: 'prod-us',
    entityRef: 'component:default/ledger',
    owner: 'group:default/team-money',
    chart: 'payments',
    chartId: 'chart-payments00',
    chartOwner: 'component:default/payments',
    version: '1.8.1',
    digest: digestOf(181),
    outcome: 'blocked',
    reason: 'Signed by acme/tools, the policy asks for acme/payments.',
    href: 'https://github.com/acme/fleet/blob/main/apps/ledger.yaml',
    ...changes,
  };
}

export function gateImpact(changes: Partial<GateImpact> = {}): GateImpact {
  return {
    change: { kind: 'enforcement', environment: 'staging' },
    blocked: [
      blockedConsumer(),
      blockedConsumer({
        consumerId: 'consumer-shop',
        name: 'shop',
        owner: null,
        entityRef: null,
        outcome: 'unknown',
        version: '1.8.0',
        digest: null,
        reason: 'Argo CD does not record which bytes run.',
        href: null,
      }),
    ],
    counts: { consumers: 14, blocked: 1, unknown: 1, fine: 12 },
    owners: [
      { owner: 'group:default/team-money', consumers: 1 },
      { owner: null, consumers: 1 },
    ],
    charts: [
      {
        chartId: 'chart-ledger0000',
        chart: 'ledger',
        reason: 'Its newest version is not signed.',
      },
    ],
    unreadSources: 0,
    cut: false,
    ...changes,
  };
}
