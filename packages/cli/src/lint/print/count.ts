import { LintResult } from '../LintResult';

/** How many findings of each severity, and how many were corrected. */
export function countFindings({ checked, fixed }: LintResult) {
  const all = checked.flatMap(({ report }) => report.findings);
  const of = (wanted: string) =>
    all.filter(({ severity }) => severity === wanted).length;
  return {
    files: checked.length,
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    fixed: [...fixed.values()].reduce((sum, count) => sum + count, 0),
    unread: checked.reduce((sum, { report }) => sum + report.unread.length, 0),
  };
}
