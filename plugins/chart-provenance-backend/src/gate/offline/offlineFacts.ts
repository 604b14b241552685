import {
  GateReason,
  GateRequirements,
  predicateTypeMatches,
} from 'backstage-plugin-chart-provenance-common';
import {
  GateFacts,
  gateReasonOf,
} from 'backstage-plugin-chart-provenance-common/gate';
import { StoredReason } from '../../store/types';
import { JudgedOnce } from './judgeOneVersion';
import { offlinePolicyHash } from './offlineDecision';
import { OfflineQuestion } from './offlineQuestion';
import { OneVersion } from './OneVersion';

/** What was read and judged for one decision. */
export interface SeenOffline {
  read: OneVersion;
  /** Null when it cannot be told which version is meant. */
  judged: JudgedOnce | null;
  /** Of the trust material that was gone by. */
  trustHash: string;
}

/** The same as the gate takes it. Null: it is another chart than the file is about. */
export function offlineFacts(
  question: OfflineQuestion,
  seen: SeenOffline | null,
): GateFacts {
  const { policy, reference, asked, require, now } = question;
  const known = policy.policies.map(({ name }) => name);
  return {
    asked: {
      reference,
      tag: asked.tag ?? null,
      digest: asked.digest ?? null,
    },
    chart: seen && {
      chartId: policy.chart.chartId,
      registry: policy.chart.registry,
      repository: policy.chart.repository,
      entityRef: policy.chart.entityRef,
      policies: [...policy.chart.policies, ...policy.chart.requestedPolicies],
    },
    tag: seen && tagOf(seen.read),
    version: seen && versionOf(seen.read, seen.judged, now),
    environment: question.environment,
    require,
    unknownPolicies: (require.policies ?? []).filter(
      name => !known.includes(name),
    ),
    missingAttestations: seen?.judged
      ? missingAttestations(require, seen.judged)
      : [],
    problems: seen ? problemsOf(seen.read) : [],
    policyHash: offlinePolicyHash(question),
    trustHash: seen?.trustHash ?? policy.trustHash,
    dryRun: false,
    now: now.toISOString(),
  };
}

function tagOf({ tag }: OneVersion): GateFacts['tag'] {
  if (tag?.now.state !== 'unknown') {
    return tag?.now ?? null;
  }
  return { state: 'unknown', reason: reasonOf(tag.now.problem) };
}

function versionOf(
  { tag, manifest, listed }: OneVersion,
  judged: JudgedOnce | null,
  now: Date,
): GateFacts['version'] {
  if (!judged || manifest?.now.state !== 'read') {
    return null;
  }
  const { version } = manifest.now;
  return {
    digest: version.digest,
    version: version.version || null,
    verdict: judged.verdict,
    // Judged with that tag alone, as it is now.
    underTag:
      tag && tag.now.state === 'at' && tag.now.digest === version.digest,
    // Read to its end, now, or not at all.
    evidenceAt: listed === null ? null : now.toISOString(),
    images: null,
  };
}

/** What kept the version from being read. */
function problemsOf({ manifest }: OneVersion): GateReason[] {
  return manifest?.now.state === 'unknown'
    ? [reasonOf(manifest.now.problem)]
    : [];
}

function reasonOf({ code, message }: StoredReason): GateReason {
  return gateReasonOf(code, message);
}

/** Only what the signers of a verified version attested counts, as everywhere else. */
function missingAttestations(
  { attestations = [] }: GateRequirements,
  { vouched }: JudgedOnce,
): string[] {
  const attested = vouched.flatMap(({ predicateType }) => predicateType ?? []);
  return attestations.filter(
    type => !attested.some(actual => predicateTypeMatches(type, actual)),
  );
}
