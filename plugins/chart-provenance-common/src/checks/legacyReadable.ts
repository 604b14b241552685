import { goneGap, readingGap } from '../migration/knowledge';
import { dayOf, said } from '../migration/words';
import { notApplicable, unknownBecause } from './outcomes';
import type { SharedCheck } from './types';

/** The index of the legacy repository is read. One answer for all charts in it. */
export const legacyReadable: SharedCheck = {
  id: 'legacy-readable',
  group: 'retire',
  claim: 'The index of the legacy repository is read.',
  why: 'Without it nobody can say what is there, whether it is the same, and when it may go.',
  responsible: 'platform',
  scope: 'registry',
  find({ legacy, now }) {
    if (legacy === null) {
      return notApplicable('No rule and no claim names a legacy repository.');
    }
    const { goneSince, readAt, problem, configured } = legacy;
    const url = said(legacy.repositoryUrl, 200);
    if (configured && goneSince !== null && readAt !== null) {
      const open = goneGap(legacy, now);
      return open
        ? unknownBecause(open)
        : notApplicable(`${url} has had no index since ${dayOf(goneSince)}.`);
    }
    const gap = readingGap(legacy);
    if (gap === null) {
      return {
        status: 'pass',
        message: `The index of ${url} was read on ${dayOf(readAt ?? '')}.`,
      };
    }
    const untried =
      configured && readAt === null && problem === null && goneSince === null;
    return untried
      ? unknownBecause(gap)
      : {
          status: 'fail',
          message: gap.message,
          nextAction: gap.fix,
          seenAt: problem?.since ?? goneSince ?? readAt,
        };
  },
  inheritedFrom: ({ legacy, registry }) => legacy?.repositoryUrl ?? registry,
};
