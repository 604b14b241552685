import {
  VerdictBrief,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';

const SEVERITY: Record<VerdictStatus, number> = {
  rejected: 0,
  unsigned: 1,
  indeterminate: 2,
  verified: 4,
};

/** Bytes that nobody can judge are worse than verified ones, and better than those that are known to be bad. */
const WITHOUT_VERDICT = 3;

/**
 * Rank for sorting, the worst first. What is verified always comes last.
 *
 * @internal
 */
export function verdictSeverity(verdict: VerdictBrief | null): number {
  return verdict
    ? SEVERITY[verdict.status] ?? WITHOUT_VERDICT
    : WITHOUT_VERDICT;
}
