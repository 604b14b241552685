import { ConsumerSummary } from 'backstage-plugin-chart-provenance-common';
import { PIN_ORDER } from './consumerWords';

const BY: Record<string, string> = {
  digest: 'by digest',
  version: 'by exact version',
  range: 'by range',
  floating: 'by a floating tag',
  templated: 'by a template',
  unknown: 'in a way that cannot be read',
};

/**
 * Consumers by how they name the chart, the firmest first, those of the legacy repository last; `search` selects them in the
 * address. Kinds nobody uses are left out; where all are of one kind, their number is not repeated.
 *
 * @internal
 */
export function usageCounts(
  summary: ConsumerSummary,
): { words: string; search: Record<string, string> }[] {
  const pins = PIN_ORDER.filter(pin => summary.byPin[pin] > 0).map(pin => ({
    words: `${summary.byPin[pin]} ${BY[pin]}`,
    search: { pin, from: 'oci' },
  }));
  const counts =
    summary.legacy > 0
      ? [
          ...pins,
          {
            words: `${summary.legacy} from the legacy repository`,
            search: { from: 'legacy' },
          },
        ]
      : pins;
  return counts.length === 1
    ? counts.map(({ words, search }) => ({
        words: words.replace(/^\d+/, everybody).trim(),
        search,
      }))
    : counts;
}

/** The number of all stands before it already. */
function everybody(count: string): string {
  if (count === '1') {
    return '';
  }
  return count === '2' ? 'both' : 'all';
}
