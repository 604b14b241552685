import {
  CheckResult,
  ManualItem,
  MigrationState,
  ParityReport,
  ParityRow,
  PhaseStep,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, minutesAgo } from './builders';

export function checkResult(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    id: 'in-oci',
    group: 'publish',
    claim: 'The chart is in the registry.',
    why: 'Nobody can move to what is not there.',
    status: 'pass',
    message: '3 versions are in the registry.',
    evidence: [
      {
        text: '1.8.2',
        link: { to: 'version', digest: digestOf(182) },
      },
    ],
    moreEvidence: 0,
    responsible: 'owner',
    scope: 'chart',
    inheritedFrom: null,
    nextAction: null,
    ...changes,
  };
}

export const failedCheck = checkResult({
  id: 'consumers-off-legacy',
  group: 'consume',
  claim: 'Nobody takes the chart from the legacy repository any more.',
  status: 'fail',
  message: '1 of 3 consumers still takes it from the legacy repository.',
  evidence: [
    { text: 'ledger', link: { to: 'consumer', id: 'consumer-ledger' } },
    { text: '1.7.0', link: { to: 'parity', version: '1.7.0' } },
  ],
  moreEvidence: 4,
  responsible: 'consumer',
  nextAction: 'Point ledger at oci://ghcr.io/acme/charts/payments.',
});

export const unknownCheck = checkResult({
  id: 'signed-by-policy',
  group: 'sign',
  claim: 'Supported versions are signed as the policy asks.',
  status: 'unknown',
  message: 'ghcr.io could not be read since yesterday.',
  evidence: [],
  responsible: 'platform',
  scope: 'registry',
  inheritedFrom: 'ghcr.io',
  nextAction: 'Let Backstage read ghcr.io.',
});

export function manualItem(changes: Partial<ManualItem> = {}): ManualItem {
  return {
    id: 'announced',
    group: 'retire',
    claim: 'The move was announced to everybody who deploys the chart.',
    why: 'Nobody moves on a date they have not heard of.',
    responsible: 'owner',
    scope: 'chart',
    inheritedFrom: null,
    status: 'open',
    signOff: null,
    contradiction: null,
    ...changes,
  };
}

export function parityRow(changes: Partial<ParityRow> = {}): ParityRow {
  return {
    version: '1.8.2',
    state: 'same',
    legacyDigest: digestOf(9182),
    chartLayerDigest: digestOf(9182),
    digest: digestOf(182),
    supported: true,
    note: null,
    ...changes,
  };
}

export function parityReport(
  changes: Partial<ParityReport> = {},
): ParityReport {
  return {
    legacy: 'https://charts.acme.dev#payments',
    readAt: minutesAgo(10),
    problem: null,
    counts: { same: 1, differs: 1, onlyLegacy: 1, onlyOci: 0, unverifiable: 0 },
    rows: [
      parityRow(),
      parityRow({
        version: '1.8.1',
        state: 'differs',
        legacyDigest: digestOf(5),
        digest: digestOf(181),
        note: 'The archive was packaged twice.',
      }),
      parityRow({
        version: '1.7.0',
        state: 'onlyLegacy',
        chartLayerDigest: null,
        digest: null,
        supported: false,
      }),
    ],
    more: 0,
    ...changes,
  };
}

const step = (
  phase: PhaseStep['phase'],
  state: PhaseStep['state'],
  changes: Partial<PhaseStep> = {},
): PhaseStep => ({
  phase,
  state,
  plannedOn: null,
  reachedAt: null,
  needs: [],
  ...changes,
});

export function migrationState(
  changes: Partial<MigrationState> = {},
): MigrationState {
  return {
    chartId: 'chart-payments00',
    reference: 'oci://ghcr.io/acme/charts/payments',
    phase: 'dualPublishing',
    because: '3 versions are in both places, and 1 consumer is at the old one.',
    alarms: [],
    steps: [
      step('notStarted', 'done', { reachedAt: minutesAgo(90 * 24 * 60) }),
      step('dualPublishing', 'present', {
        reachedAt: minutesAgo(30 * 24 * 60),
      }),
      step('cutOver', 'ahead', {
        plannedOn: '2027-03-01',
        needs: [
          {
            text: 'Supported versions are the same in both places.',
            met: true,
          },
          { text: 'No consumer is at the legacy repository.', met: false },
          { text: 'Every cluster was looked at.', met: null },
        ],
      }),
      step('deprecationWindow', 'ahead'),
      step('retired', 'ahead'),
    ],
    nextStep: {
      text: 'Point ledger at the registry.',
      responsible: 'consumer',
      checkId: 'consumers-off-legacy',
    },
    plan: {
      cutOverOn: '2027-03-01',
      deprecatedOn: null,
      retireOn: null,
      supportedSince: null,
      note: 'With the spring release.',
      by: 'user:default/r.ito',
      at: minutesAgo(60),
    },
    checks: [checkResult(), unknownCheck, failedCheck],
    manual: [manualItem()],
    parity: parityReport(),
    rollback: {
      summary: 'Consumers can go back to the legacy repository at any time.',
      steps: ['Point the consumer at the legacy repository again.'],
      commands: [
        {
          title: 'Take the chart from the legacy repository',
          command: "helm pull payments --repo 'https://charts.acme.dev'",
        },
      ],
      caution: 'Versions after 1.8.2 are only in the registry.',
    },
    may: { signOff: true, plan: true },
    ...changes,
  };
}
