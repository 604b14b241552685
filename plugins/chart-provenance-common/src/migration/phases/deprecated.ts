import { Knowledge, legacyGap } from '../knowledge';
import { count, isDay, verb } from '../words';
import { hasCome } from './hasCome';
import type { Need } from './types';

/** The legacy chart is said to be on its way out: by the plan's day, or in the index. */
export function deprecated(known: Knowledge): Need {
  const day = known.facts.plan?.deprecatedOn ?? null;
  const decided = day !== null && isDay(day);
  const need = {
    claim:
      'The plan’s deprecation day has come, or every version in the legacy repository is flagged as deprecated.',
    next: {
      text: decided
        ? `From ${day} on the chart is deprecated in the legacy repository; tell its consumers.`
        : 'Decide from when on the chart is deprecated in the legacy repository, or flag its versions there.',
      responsible: 'owner',
      checkId: null,
    },
  } as const;
  if (hasCome(day, known.facts.now)) {
    const finding = `By the plan it is deprecated since ${day}.`;
    return { ...need, met: true, finding };
  }
  const planned = decided
    ? `The plan has it deprecated from ${day} on.`
    : 'No day is planned for its deprecation.';
  const { met, finding } = flagged(known);
  return {
    ...need,
    met,
    finding: met === true ? finding : `${planned} ${finding}`.trim(),
  };
}

/** A flag that was missing at the last reading is not there because there was no other reading since. */
function flagged({ facts, legacy }: Knowledge): Pick<Need, 'met' | 'finding'> {
  const gap = legacyGap(legacy);
  const present = legacy.kind === 'gone' ? [] : facts.legacy?.versions ?? [];
  const versions = present.filter(one => one.present);
  const flags = versions.filter(one => one.deprecated).length;
  if (flags < versions.length) {
    const finding = `${flags} of ${count(
      versions.length,
      'version',
    )} in the legacy repository ${verb(flags, 'is', 'are')} flagged.`;
    return { met: false, finding: flags === 0 ? '' : finding };
  }
  if (gap) {
    return { met: null, finding: gap.message };
  }
  const all = flags === 1 ? 'The only version' : `All ${flags} versions`;
  return flags === 0
    ? { met: false, finding: '' }
    : {
        met: true,
        finding: `${all} in the legacy repository ${verb(
          flags,
          'is',
          'are',
        )} flagged as deprecated.`,
      };
}
