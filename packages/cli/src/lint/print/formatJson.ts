import { LintResult } from '../LintResult';
import { countFindings } from './count';

/** One object: counts, and the findings of each file that has any, or could not be read. */
export function formatJson(result: LintResult): string {
  const files = result.checked
    .filter(
      ({ path, report }) =>
        report.findings.length > 0 ||
        report.unread.length > 0 ||
        result.fixed.has(path),
    )
    .map(({ path, report: { kind, findings, cut, unread } }) => ({
      path,
      kind,
      findings,
      cut,
      unread,
      fixed: result.fixed.get(path) ?? 0,
    }));
  return `${JSON.stringify(
    { counts: countFindings(result), files },
    null,
    2,
  )}\n`;
}
