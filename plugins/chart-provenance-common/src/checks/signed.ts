import type { Knowledge } from '../migration/knowledge';
import type { PublishedVersion } from '../migration/types';
import { said, verb } from '../migration/words';
import {
  judgedCount,
  JudgedVersions,
  judgedVersions,
  versionEvidence,
} from './judgedVersions';
import { unknownBecause } from './outcomes';
import { versionGap } from './versionGap';
import type { ChartCheck, Found } from './types';

/** Supported versions, and whatever runs, are signed by whom policy says. */
export const signed: ChartCheck = {
  id: 'signed',
  group: 'sign',
  claim: 'Supported versions are signed by whom the policy says.',
  why: 'Without it, whoever can write to the registry decides what is deployed.',
  responsible: 'owner',
  scope: 'version',
  find(known) {
    if (known.facts.policies.length === 0) {
      return unknownBecause({
        message: 'Nobody has said who may sign this chart.',
        fix: 'The operator writes a policy for it; the Provenance tab proposes the proven signer, if there is one.',
        responsible: 'platform',
      });
    }
    const judged = judgedVersions(known);
    const failing = judged.versions.filter(
      ({ verdict }) => verdict === 'rejected' || verdict === 'unsigned',
    );
    return failing.length > 0
      ? failed(failing, judged, known)
      : undecided(judged, known) ?? passed(judged);
  },
};

function failed(
  failing: readonly PublishedVersion[],
  { versions }: JudgedVersions,
  { facts }: Knowledge,
): Found {
  const rejected = failing.filter(({ verdict }) => verdict === 'rejected');
  const unsigned = failing.length - rejected.length;
  const parts = [
    ...(rejected.length > 0
      ? [`${rejected.length} ${verb(rejected.length, 'is', 'are')} rejected`]
      : []),
    ...(unsigned > 0
      ? [`${unsigned} ${verb(unsigned, 'is', 'are')} unsigned`]
      : []),
  ];
  return {
    status: 'fail',
    message: `Of ${judgedCount(versions.length)}, ${parts.join(' and ')}.`,
    evidence: versionEvidence(
      failing,
      ({ verdict, reason }) => `${verdict}. ${said(reason, 200)}`,
    ),
    nextAction:
      rejected.length > 0
        ? 'See in the drawer of each rejected version why; release a new version that is signed as the policy asks.'
        : 'Sign the release in its pipeline, and release a new version.',
    seenAt: facts.index.lastSuccessAt,
  };
}

function undecided(judged: JudgedVersions, known: Knowledge): Found | null {
  const gap = versionGap(judged, known);
  if (gap) {
    return unknownBecause(gap);
  }
  const { versions } = judged;
  const open = versions.filter(({ verdict }) => verdict !== 'verified');
  return open.length === 0
    ? null
    : {
        status: 'unknown',
        message: `For ${open.length} of ${judgedCount(
          versions.length,
        )}, it could not be decided.`,
        evidence: versionEvidence(open, ({ reason }) => said(reason, 200)),
        nextAction: 'See in the drawer of each what is in the way.',
        responsible: 'platform',
      };
}

function passed({ versions, consumersKnown }: JudgedVersions): Found {
  const verified = `${
    versions.length === 1
      ? 'The only version that is supported or runs is'
      : `All ${versions.length} versions that are supported or run are`
  } verified`;
  return {
    status: 'pass',
    message: consumersKnown
      ? `${verified}.`
      : `${verified}; not everything that runs is known.`,
    evidence: versionEvidence(versions, ({ reason }) => said(reason, 200)),
  };
}
