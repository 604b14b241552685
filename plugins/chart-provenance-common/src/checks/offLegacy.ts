import { offLegacy as need } from '../migration/phases/consumerNeeds';
import { consumerEvidence } from './consumersPinned';
import { latest, unknownBecause } from './outcomes';
import { withoutLegacy } from './withoutLegacy';
import type { ChartCheck } from './types';

/** Nobody takes the chart from the legacy repository any more. */
export const offLegacy: ChartCheck = {
  id: 'off-legacy',
  group: 'retire',
  claim: 'No consumer takes the chart from the legacy repository.',
  why: 'The legacy repository can go when nobody needs it, and what comes from there is neither signed nor pinned by digest.',
  responsible: 'consumer',
  scope: 'chart',
  find(known) {
    const { consumers } = known;
    const { finding, next } = need(known);
    if (consumers.legacy.length > 0) {
      return {
        status: 'fail',
        message: finding,
        evidence: consumerEvidence(consumers.legacy),
        nextAction: next?.text,
        seenAt: latest(consumers.legacy.map(({ seenAt }) => seenAt)),
      };
    }
    return (
      withoutLegacy(known) ??
      (consumers.gap
        ? unknownBecause(consumers.gap)
        : {
            status: 'pass',
            message: finding,
            evidence: [{ text: 'All consumers', link: { to: 'consumers' } }],
          })
    );
  },
};
