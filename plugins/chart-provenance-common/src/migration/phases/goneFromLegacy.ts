import { Knowledge, legacyGap } from '../knowledge';
import { count, dayOf, isDay } from '../words';
import { hasCome } from './hasCome';
import { gapStep } from './registryNeeds';
import type { Need } from './types';

/** The legacy repository was seen with the chart, and has it no longer. */
export function goneFromLegacy(known: Knowledge): Need {
  const { plan, now } = known.facts;
  const day = plan?.retireOn ?? null;
  const ahead = day !== null && isDay(day) && !hasCome(day, now);
  return {
    claim: 'The legacy repository no longer lists the chart.',
    next: gapStep(legacyGap(known.legacy), 'legacy-readable') ?? {
      text: ahead
        ? `From ${day} on the chart may be taken out of the legacy repository.`
        : 'Take the chart out of the legacy repository.',
      responsible: 'owner',
      checkId: null,
    },
    ...found(known),
  };
}

function found({ facts, legacy }: Knowledge): Pick<Need, 'met' | 'finding'> {
  switch (legacy.kind) {
    case 'gone':
      return {
        met: legacy.open ? null : true,
        finding:
          legacy.open?.message ??
          `The legacy repository has had no index since ${dayOf(
            legacy.since,
          )}.`,
      };
    case 'absent':
      return {
        met: legacy.seen && legacy.open === null ? true : null,
        finding:
          legacy.open?.message ??
          'The legacy repository does not list the chart.',
      };
    case 'listed':
      return {
        met: false,
        finding: `The legacy repository lists ${count(
          legacy.present.length,
          'version',
        )}.`,
      };
    default:
      return {
        // What was there when it was last read is not gone because it cannot be read now.
        met: facts.legacy?.versions.some(one => one.present) ? false : null,
        finding: legacyGap(legacy)?.message ?? '',
      };
  }
}
