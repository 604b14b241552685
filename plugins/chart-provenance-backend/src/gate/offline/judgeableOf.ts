import {
  isFloatingTag,
  reasonOf,
} from 'backstage-plugin-chart-provenance-common';
import {
  JudgeableVersion,
  StoredReason,
  VerifiedEvidence,
} from '../../store/types';
import { WalkedVersion } from '../../walk/types';
import { OneVersion } from './OneVersion';

/**
 * What was read for one decision, as the judge of the index takes it. Of its tags only the one that was asked for is known, and of that
 * nothing of what it was before.
 *
 * @param problem - what kept evidence from being verified
 */
export function judgeableOf(
  { tag, listed, evidence }: OneVersion,
  version: WalkedVersion,
  verified: readonly VerifiedEvidence[],
  problem: StoredReason | null,
): JudgeableVersion {
  const { digest } = version;
  const tags =
    tag?.now.state === 'at' && tag.now.digest === digest ? [tag.name] : [];
  const manifests = evidence.map(
    one => one.evidence.manifest ?? one.evidence.digest,
  );
  const done = verified.map(one => one.digest);
  return {
    digest,
    name: version.name,
    version: version.version,
    chartLayerDigest: version.chartLayerDigest,
    problem: version.problem ?? problem ?? historyProblem(tags),
    tags: tags.map(name => ({
      tag: name,
      change: 'first',
      rolledBackFrom: null,
    })),
    everTags: tags,
    evidence: evidence.map(one => one.evidence),
    verifications: verified.flatMap(one => one.verifications),
    referrersRead: listed !== null,
    undecoded: (listed ?? []).filter(one => !manifests.includes(one)),
    awaitingBytes: evidence
      .map(one => one.evidence.digest)
      .filter(one => !done.includes(one)),
    previousKey: null,
  };
}

/** Whether such a tag fell back to an older version only its history tells. */
function historyProblem(tags: readonly string[]): StoredReason | null {
  const floating = tags.find(isFloatingTag);
  return floating === undefined
    ? null
    : reasonOf(
        'evidence-incomplete',
        `The tag ${floating} may move, and without the index nobody can tell whether it was moved back to an older version.`,
      );
}
