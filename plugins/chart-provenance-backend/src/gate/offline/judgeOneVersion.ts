import {
  reasonOf,
  Verdict,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { createChartJudge } from '../../indexing/createChartJudge';
import { verifyEvidence } from '../../indexing/verifyEvidence';
import { ChartRecord, StoredReason, VerifiedEvidence } from '../../store/types';
import { EvidenceVerifier } from '../../verification';
import { WalkedVersion } from '../../walk/types';
import { judgeableOf } from './judgeableOf';
import { OneVersion } from './OneVersion';

/** A verdict made for one decision, and what its signers attested. */
export interface JudgedOnce {
  verdict: Verdict;
  vouched: readonly Verification[];
}

/**
 * Verifies and judges one version as the index does, by what a policy file knows.
 *
 * @param options - `policies`: names; all must be met, besides those that the chart asks for itself
 */
export async function judgeOneVersion(
  read: OneVersion,
  version: WalkedVersion,
  options: {
    policy: OfflinePolicy;
    policies: readonly string[];
    verifier: EvidenceVerifier;
    now: Date;
  },
): Promise<JudgedOnce> {
  const { policy, verifier, now } = options;
  const { verified, problem } = await verify(read, verifier);
  const judge = createChartJudge({
    policies: policy.policies,
    distrust: policy.distrust,
    materialHash: verifier.materials.hash,
    verifierVersion: verifier.version,
    now: () => now,
  });
  const chart = recordOf(policy, options.policies);
  const judged = judge.judge(
    chart,
    judgeableOf(read, version, verified, problem),
  );
  if (!judged) {
    throw new Error('What has no verdict yet was not judged.');
  }
  return judged;
}

async function verify(
  { evidence }: OneVersion,
  verifier: EvidenceVerifier,
): Promise<{ verified: VerifiedEvidence[]; problem: StoredReason | null }> {
  try {
    return {
      verified: await verifyEvidence(evidence, verifier),
      problem: null,
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'VerifierUnavailableError') {
      const problem = reasonOf('verifier-failed', error.message);
      return { verified: [], problem };
    }
    throw error;
  }
}

/** What an entity may not ask for stays refused, even where somebody else asks for it as well. */
function recordOf(
  { chart }: OfflinePolicy,
  policies: readonly string[],
): ChartRecord {
  const more = policies.filter(
    name =>
      !chart.policies.includes(name) && !chart.requestedPolicies.includes(name),
  );
  return {
    ...chart,
    owner: chart.entityRef,
    knownBy: 'rule',
    policies: [...chart.policies, ...more],
  };
}
