import {
  GateDecision,
  GateRequirements,
} from 'backstage-plugin-chart-provenance-common';
import {
  decideGate,
  OfflinePolicy,
} from 'backstage-plugin-chart-provenance-common/gate';
import { createVerifier, materialHashOf, TrustInput } from '../../verification';
import { judgeOneVersion } from './judgeOneVersion';
import { expiredOutcome, offlineDecision } from './offlineDecision';
import { offlineFacts, SeenOffline } from './offlineFacts';
import {
  addedPolicies,
  isItsChart,
  OfflineQuestion,
  offlineQuestion,
} from './offlineQuestion';
import { OfflineCredentials } from './OfflineCredentials';
import { openRegistry } from './openRegistry';
import { readOneVersion } from './readOneVersion';

/**
 * A question to the gate, answered without a backend.
 *
 * @public
 */
export interface OfflineOptions {
  /** As `parseOfflinePolicy` read it. */
  policy: OfflinePolicy;
  /** Digest (`sha256:…`) of the file that the policy was read from. */
  policyFileDigest: string;
  /** `oci://host/path/name` with a tag, a digest, or both. */
  reference: string;
  /** `default` unless told. */
  environment?: string;
  require?: GateRequirements;
  /** The Docker configuration of whoever runs it, unless told. */
  credentials?: OfflineCredentials;
  /** The system's clock unless told. */
  now?: Date;
  signal?: AbortSignal;
}

/** How far the clock of whoever wrote the file may be ahead of ours, milliseconds. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/**
 * Decides as the gate does, by a policy file and what the registry of the chart says now: the same readers, verifier, judge and core. What only
 * the index knows is not known: where a tag was before, and what a digest was once called. A tag that may move is therefore never allowed.
 *
 * Nothing is contacted but the registry that the file names.
 *
 * @throws OfflineUsageError for what is no reference with a tag or digest, and for an environment that the file does not have
 * @public
 */
export async function decideOffline(
  options: OfflineOptions,
): Promise<GateDecision> {
  const { policy, policyFileDigest: policyFile } = options;
  const question = offlineQuestion(options);
  if (!isCurrent(question)) {
    const { trustHash } = policy;
    const outcome = expiredOutcome(question);
    return offlineDecision(question, outcome, { policyFile, trustHash });
  }
  const seen = isItsChart(question) ? await see(question, options) : null;
  const facts = offlineFacts(question, seen);
  const { trustHash } = facts;
  const outcome = decideGate(facts);
  return offlineDecision(question, outcome, { policyFile, trustHash });
}

/** Reads, verifies and judges; closes every connection and thread. */
async function see(
  question: OfflineQuestion,
  { credentials = { type: 'dockerConfig' }, signal }: OfflineOptions,
): Promise<SeenOffline> {
  const { policy, asked } = question;
  const { registry, repository } = policy.chart;
  const targets = await openRegistry(policy, credentials);
  const verifier = await createVerifier(trustOf(policy), {
    workers: 1,
    now: () => question.now,
  });
  try {
    const read = await readOneVersion(
      targets.open(registry, repository),
      { tag: asked.tag ?? null, digest: asked.digest ?? null },
      {
        decode: (evidence, bytes) => verifier.decode(evidence, bytes),
        signal,
      },
    );
    const policies = addedPolicies(question);
    const now = read.manifest?.now;
    const judged =
      now?.state === 'read'
        ? await judgeOneVersion(read, now.version, {
            ...{ policy, policies, verifier },
            now: question.now,
          })
        : null;
    return { read, judged, trustHash: materialHashOf(verifier) };
  } finally {
    await Promise.all([verifier.close(), targets.close()]);
  }
}

/** A file from the future was written by a clock that is wrong, or is read by one. */
function isCurrent({ policy, now }: OfflineQuestion): boolean {
  const at = now.getTime();
  const from = Date.parse(policy.issuedAt) - CLOCK_SKEW_MS;
  return from <= at && at < Date.parse(policy.expiresAt);
}

function trustOf({ trust }: OfflinePolicy): TrustInput {
  return {
    ...trust,
    roots: trust.roots.map(({ id, thresholds, trustedRoot }) => ({
      id,
      type: 'file',
      thresholds,
      trustedRoot: JSON.parse(trustedRoot),
    })),
  };
}
