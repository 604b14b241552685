import type { Knowledge } from '../migration/knowledge';
import type { PublishedVersion } from '../migration/types';
import { verb } from '../migration/words';
import {
  judgedCount,
  JudgedVersions,
  judgedVersions,
  versionEvidence,
} from './judgedVersions';
import { unknownBecause } from './outcomes';
import { versionGap } from './versionGap';
import type { Found } from './types';

/** What has to be attached to each version, and how it is called. */
interface Attachment {
  /** Whether it is proven; null: none is attached. */
  proven(version: PublishedVersion): boolean | null;
  /** `SBOM` */
  noun: string;
  /** `vouched for by the signer` */
  proof: string;
  nextAction: string;
}

/**
 * Judges versions by something attached to them: missing or unproven is a failure where the version's evidence was read whole; where it was not
 * (the verdict is `indeterminate`), nobody can tell.
 */
export function attachedCheck(attachment: Attachment, known: Knowledge): Found {
  const judged = judgedVersions(known);
  const { versions } = judged;
  const lacking = versions.filter(one => attachment.proven(one) !== true);
  const failing = lacking.filter(({ verdict }) => verdict !== 'indeterminate');
  if (failing.length > 0) {
    return failed(failing, versions.length, attachment, known);
  }
  const gap = versionGap(judged, known);
  if (gap) {
    return unknownBecause(gap);
  }
  return lacking.length > 0
    ? {
        status: 'unknown',
        message: `For ${lacking.length} of ${judgedCount(
          versions.length,
        )}, it could not be decided.`,
        evidence: versionEvidence(lacking, () => 'could not be decided'),
        nextAction: 'See in the drawer of each what is in the way.',
        responsible: 'platform',
      }
    : passed(judged, attachment);
}

function failed(
  failing: readonly PublishedVersion[],
  of: number,
  { proven, noun, proof, nextAction }: Attachment,
  { facts }: Knowledge,
): Found {
  const none = failing.filter(one => proven(one) === null).length;
  const unproven = failing.length - none;
  const parts = [
    ...(none > 0 ? [`${none} ${verb(none, 'has', 'have')} no ${noun}`] : []),
    ...(unproven > 0
      ? [
          `${unproven} ${verb(
            unproven,
            'has',
            'have',
          )} one that is not ${proof}`,
        ]
      : []),
  ];
  return {
    status: 'fail',
    message: `Of ${judgedCount(of)}, ${parts.join(' and ')}.`,
    evidence: versionEvidence(failing, one =>
      proven(one) === null ? `no ${noun}` : `${noun} not ${proof}`,
    ),
    nextAction,
    seenAt: facts.index.lastSuccessAt,
  };
}

function passed(
  { versions, consumersKnown }: JudgedVersions,
  { noun, proof }: Attachment,
): Found {
  const all = `${
    versions.length === 1
      ? 'The only version that is supported or runs has'
      : `All ${versions.length} versions that are supported or run have`
  } ${noun === 'SBOM' ? 'an' : 'a'} ${noun} ${proof}`;
  return {
    status: 'pass',
    message: consumersKnown
      ? `${all}.`
      : `${all}; not everything that runs is known.`,
    evidence: versionEvidence(versions, () => `${noun} ${proof}`),
  };
}
