import { createHash } from 'node:crypto';
import { ChartState } from 'backstage-plugin-chart-provenance-common';
import { WalkProblem, WalkResult } from '../../walk/types';
import { ChartRow, toJson } from '../rows';
import { StoredReason, VerifiedEvidence } from '../types';
import { gravestFailure, isSuccess } from './walkProblems';

/** The columns of a chart that say where its index stands. */
export type WalkColumns = Pick<
  ChartRow,
  | 'state'
  | 'tags_seen'
  | 'versions_done'
  | 'last_attempt_at'
  | 'last_success_at'
  | 'failing_since'
  | 'problem'
>;

/** Where a chart's index stands after a walk that left so many versions known. */
export function walkColumns(
  chart: ChartRow,
  result: WalkResult,
  versionsDone: number,
): WalkColumns {
  const failure = gravestFailure(result.problems);
  return {
    state: stateAfter(result, failure, versionsDone),
    tags_seen: result.tagsComplete
      ? result.tags.length
      : Math.max(chart.tags_seen, result.tags.length),
    versions_done: versionsDone,
    last_attempt_at: result.finishedAt,
    last_success_at: isSuccess(result)
      ? result.finishedAt
      : chart.last_success_at,
    failing_since: failure ? chart.failing_since ?? result.finishedAt : null,
    problem: failure ? toJson(reasonOf(failure)) : null,
  };
}

/** Hash of what a walk saw; times are left out. */
export function hashOfWalk(
  result: WalkResult,
  verified: readonly VerifiedEvidence[],
): string {
  const seen = {
    tagsComplete: result.tagsComplete,
    tags: result.tags.map(({ tag, digest }) => `${tag} ${digest}`).sort(),
    versions: result.versions.map(({ digest }) => digest).sort(),
    referrers: result.referrers
      .map(({ subject, digests }) => `${subject} ${[...digests].sort()}`)
      .sort(),
    evidence: result.evidence.map(({ evidence }) => evidence),
    // What is in an SBOM follows from the evidence, and is large.
    verified: verified.map(({ sbom, ...outcome }) => outcome),
  };
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}

function reasonOf({ code, message, side }: WalkProblem): StoredReason {
  return { code, message, side };
}

function stateAfter(
  result: WalkResult,
  failure: WalkProblem | undefined,
  versionsDone: number,
): ChartState {
  if (failure) {
    const readSomething = result.tags.length > 0 || result.versions.length > 0;
    return failure.at === undefined || !readSomething ? 'failed' : 'partial';
  }
  return versionsDone === 0 && result.tags.length === 0 ? 'empty' : 'indexed';
}
