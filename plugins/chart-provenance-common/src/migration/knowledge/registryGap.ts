import type { MigrationFacts } from '../types';
import { dayOf, sentence } from '../words';
import type { Gap } from './types';

/**
 * Why what is known of the registry is not enough to say that all is well; null when it is. What was found wrong stays
 * found nevertheless.
 */
export function registryGap({
  index,
  versions,
  versionsComplete,
}: Pick<
  MigrationFacts,
  'index' | 'versions' | 'versionsComplete'
>): Gap | null {
  const { state, stale, lastSuccessAt, problem } = index;
  const because = problem === null ? null : `: ${sentence(problem)}`;
  if (state === 'firstIndexing' || lastSuccessAt === null) {
    return gap(
      `The registry was not read to its end yet${because ?? '.'}`,
      'Wait for the first reading; if it does not come, the problem is on the Provenance tab.',
    );
  }
  if (state === 'failed' || stale) {
    return gap(
      `The last good reading of the registry is of ${dayOf(lastSuccessAt)}${
        because ?? ', which is too long ago.'
      }`,
      'Have the registry read again; what is in the way is on the Provenance tab.',
    );
  }
  if (state === 'partial') {
    return gap(
      `Only a part of the registry could be read${because ?? '.'}`,
      'Have the rest of the registry read; what is in the way is on the Provenance tab.',
    );
  }
  return versionsComplete
    ? null
    : gap(
        `The registry has more versions than can be looked at; the newest ${versions.length} were.`,
        'Delete versions that nobody needs any more from the registry.',
      );
}

function gap(message: string, fix: string): Gap {
  return { message, fix, responsible: 'platform' };
}
