import {
  DoctorActor,
  DoctorCheck,
  DoctorReport,
  DoctorResult,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';

/**
 * The word that stands beside each result's picture.
 *
 * @internal
 */
export const RESULT_WORD: Record<DoctorResult, string> = {
  ok: 'Fine',
  warning: 'Look at it',
  failed: 'Failed',
  unknown: 'Could not try',
};

/**
 * Who can mend it.
 *
 * @internal
 */
export const WHO: Record<DoctorActor, string> = {
  'registry-owner': 'Owner of the registry',
  operator: 'Operator of Backstage',
  platform: 'Platform',
};

/** Worst first. */
const ORDER: DoctorResult[] = ['failed', 'warning', 'unknown', 'ok'];

/**
 * How many came out how, worst first: `1 failed · 2 to look at · 7 fine`.
 *
 * @internal
 */
export function countsText(counts: DoctorReport['counts']): string {
  const words: Record<DoctorResult, string> = {
    failed: 'failed',
    warning: 'to look at',
    unknown: 'could not be tried',
    ok: 'fine',
  };
  const parts = ORDER.filter(result => counts[result] > 0).map(
    result => `${counts[result]} ${words[result]}`,
  );
  return parts.join(' · ') || 'nothing to try';
}

/**
 * How often each result is among the checks, and the worst of them.
 *
 * @internal
 */
export function summaryOf(checks: readonly DoctorCheck[]): {
  counts: DoctorReport['counts'];
  worst: DoctorResult;
} {
  const counts = { ok: 0, warning: 0, failed: 0, unknown: 0 };
  for (const { result } of checks) {
    counts[result] += 1;
  }
  return {
    counts,
    worst: ORDER.find(result => counts[result] > 0) ?? 'ok',
  };
}

/**
 * Checks with one and the same outcome beside each other, as one: a registry that cannot be reached leaves eight untried.
 *
 * @internal
 */
export function mergeAlike(checks: readonly DoctorCheck[]): DoctorCheck[] {
  const merged: DoctorCheck[] = [];
  for (const check of checks) {
    const last = merged[merged.length - 1];
    if (
      last &&
      check.result === 'unknown' &&
      last.result === 'unknown' &&
      last.sentence === check.sentence
    ) {
      merged[merged.length - 1] = {
        ...last,
        what: `${last.what}, ${check.what}`,
      };
    } else {
      merged.push(check);
    }
  }
  return merged;
}

/**
 * Sections with what needs somebody before those without, else in their own order.
 *
 * @internal
 */
export function worstFirst(
  sections: readonly DoctorSection[],
): DoctorSection[] {
  const rank = ({ checks }: DoctorSection) =>
    ORDER.indexOf(summaryOf(checks).worst);
  return [...sections].sort((a, b) => rank(a) - rank(b));
}

/**
 * The id of a section's element, to link to it.
 *
 * @internal
 */
export function anchorOf(sectionId: string): string {
  return `doctor-${sectionId.replace(/[^A-Za-z0-9]+/g, '-')}`;
}
