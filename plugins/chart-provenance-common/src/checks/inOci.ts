import { newestOf } from '../migration/matching';
import { count, said } from '../migration/words';
import { unknownBecause } from './outcomes';
import type { ChartCheck } from './types';

/** The chart is published in the registry. */
export const inOci: ChartCheck = {
  id: 'in-oci',
  group: 'publish',
  claim: 'The chart is published in the registry.',
  why: 'Only what is in the registry can be signed, pinned by digest and moved to.',
  responsible: 'owner',
  scope: 'chart',
  find({ facts, matches, reference, registryGap }) {
    const there = matches.filter(one => one.published.length > 0);
    const newest = newestOf(there);
    const partly = facts.index.state === 'partial' && !facts.index.stale;
    if (
      registryGap &&
      !(newest && (partly || !facts.versionsComplete) && isRead(facts.index))
    ) {
      return unknownBecause(registryGap);
    }
    if (!newest) {
      return {
        status: 'fail',
        message: `Nothing is published in ${reference}.`,
        nextAction: `Push the chart to ${reference}.`,
        seenAt: facts.index.lastSuccessAt,
      };
    }
    return {
      status: 'pass',
      message: `${count(
        there.length,
        'version',
      )} in ${reference}; the newest is ${said(newest.version)}.`,
      evidence: [
        {
          text: said(newest.version),
          link: { to: 'version', digest: newest.published[0].digest },
        },
      ],
    };
  },
};

/** What was seen is there, also when not everything could be. */
function isRead(index: {
  stale: boolean;
  state: string;
  lastSuccessAt: string | null;
}) {
  return (
    !index.stale &&
    index.lastSuccessAt !== null &&
    index.state !== 'failed' &&
    index.state !== 'firstIndexing'
  );
}
