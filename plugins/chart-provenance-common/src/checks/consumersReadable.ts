import { sourceGap } from '../migration/knowledge';
import { unknownBecause } from './outcomes';
import type { SharedCheck } from './types';

/** Every place where consumers are looked for is read, whole. One answer for all charts. */
export const consumersReadable: SharedCheck = {
  id: 'consumers-readable',
  group: 'consume',
  claim: 'Every place where consumers are looked for is read.',
  why: 'A cluster that nobody can look into may hold the last consumer of the legacy repository.',
  responsible: 'platform',
  scope: 'registry',
  find({ sources, now }) {
    const gap = sourceGap({ sources, now });
    if (gap === null) {
      return {
        status: 'pass',
        message:
          sources.length === 1
            ? 'The only place where consumers are looked for was read lately.'
            : `All ${sources.length} places where consumers are looked for were read lately.`,
        evidence: [{ text: 'All places', link: { to: 'consumers' } }],
      };
    }
    const nowhere = sources.every(one => one.provider === 'annotations');
    return nowhere || sources.some(neverTried)
      ? unknownBecause(gap)
      : { status: 'fail', message: gap.message, nextAction: gap.fix };
  },
  inheritedFrom: () => 'consumer sources',
};

function neverTried({
  lastAttemptAt,
  problem,
}: {
  lastAttemptAt: string | null;
  problem: unknown;
}): boolean {
  return lastAttemptAt === null && problem === null;
}
