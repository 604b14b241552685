import {
  DoctorReport,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';

/** How often each result came out. */
export function countResults(
  sections: readonly DoctorSection[],
): DoctorReport['counts'] {
  const counts = { ok: 0, warning: 0, failed: 0, unknown: 0 };
  for (const { result } of sections.flatMap(({ checks }) => checks)) {
    counts[result] += 1;
  }
  return counts;
}
