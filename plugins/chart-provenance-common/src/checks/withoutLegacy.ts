import { Knowledge, legacyGap } from '../migration/knowledge';
import { notApplicable, unknownBecause } from './outcomes';
import type { Found } from './types';

/**
 * For what is about the legacy repository, where there is none. That nobody knows of one is no proof that there was none: only when every place where
 * consumers are looked for was read, and nobody takes the chart from another place, does the question not arise.
 */
export function withoutLegacy(known: Knowledge): Found | null {
  const { consumers, legacy, neverLegacy } = known;
  const listedOnce =
    legacy.kind !== 'none' && !(legacy.kind === 'absent' && !legacy.seen);
  if (listedOnce) {
    return null;
  }
  const missing = legacyGap(legacy);
  if (neverLegacy) {
    return notApplicable(
      legacy.kind === 'none'
        ? 'No legacy repository of the chart is known, and no consumer takes it from one.'
        : 'The legacy repository does not list the chart, and no consumer takes it from there.',
    );
  }
  if (consumers.gap) {
    return unknownBecause({
      ...consumers.gap,
      message:
        legacy.kind === 'none'
          ? `No legacy repository of the chart is known. ${consumers.gap.message}`
          : `The legacy repository does not list the chart. ${consumers.gap.message}`,
    });
  }
  return missing && unknownBecause(missing);
}
