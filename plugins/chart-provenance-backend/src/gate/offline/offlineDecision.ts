import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import {
  gateReasonOf,
  GateOutcome,
  policyHashOf,
} from 'backstage-plugin-chart-provenance-common/gate';
import { newDecisionId } from './newDecisionId';
import {
  appliedPolicies,
  isItsChart,
  OfflineQuestion,
} from './offlineQuestion';

/** Hash of all that was asked for, as the backend writes it for the same. */
export function offlinePolicyHash(question: OfflineQuestion): string {
  const { policy, environment, require } = question;
  const { distrust } = policy;
  const policies = appliedPolicies(question);
  return policyHashOf({ policies, distrust, environment, require });
}

/** The whole decision, with the file it was made by. */
export function offlineDecision(
  question: OfflineQuestion,
  outcome: GateOutcome,
  madeBy: { policyFile: string; trustHash: string },
): GateDecision {
  const { policy, reference, environment, now } = question;
  const isChart = isItsChart(question);
  return {
    ...outcome,
    id: newDecisionId(now),
    dryRun: false,
    reference,
    chartId: isChart ? policy.chart.chartId : null,
    entityRef: isChart ? policy.chart.entityRef : null,
    environment: environment.name,
    policies: appliedPolicies(question).map(({ name }) => name),
    policyHash: offlinePolicyHash(question),
    trustHash: madeBy.trustHash,
    decidedAt: now.toISOString(),
    url: policy.pageUrl,
    offline: {
      policyFile: madeBy.policyFile,
      policyIssuedAt: policy.issuedAt,
      reportedAt: null,
    },
  };
}

/** What is not to be believed any more says nothing of what is enforced either. */
export function expiredOutcome({ policy, now }: OfflineQuestion): GateOutcome {
  const { issuedAt, expiresAt } = policy;
  return {
    decision: 'undecided',
    proceed: false,
    enforced: true,
    enforcedFrom: null,
    resolved: null,
    digest: null,
    version: null,
    verdict: null,
    reasons: [
      gateReasonOf(
        'policy-expired',
        `The policy file counts from ${issuedAt} until ${expiresAt}; it is ${now.toISOString()}.`,
      ),
    ],
    evidenceAt: null,
    expiresAt: null,
    retryAfterSeconds: null,
  };
}
