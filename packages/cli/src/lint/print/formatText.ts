import { plainLine } from '../../plainLine';
import { Checked } from '../checkFile';
import { LintResult } from '../LintResult';
import { countFindings } from './count';

/** For a person: a paragraph for each finding, and the sum last. */
export function formatText(result: LintResult): string {
  const { checked, fixed } = result;
  const paragraphs = checked.flatMap(one => [
    ...findingsIn(one),
    ...one.report.unread.map(
      why => `${nameOf(one)}\n  not read: ${plainLine(why)}`,
    ),
    ...(one.report.cut
      ? [`${nameOf(one)}\n  there is more: only the first findings are shown`]
      : []),
  ]);
  const made = [...fixed].map(
    ([path, count]) => `${plainLine(path)}\n  corrected: ${count}`,
  );
  return `${[...made, ...paragraphs, summary(result)].join('\n\n')}\n`;
}

function nameOf({ path }: Checked): string {
  return plainLine(path) || 'input';
}

function findingsIn(checked: Checked): string[] {
  return checked.report.findings.map(finding => {
    const { start, severity, rule, message, fix, tool, correction } = finding;
    const lines = [
      `${nameOf(checked)}:${start.line}:${start.column} ${severity} ${rule}`,
      `  ${message}`,
      ...(tool ? [`  ${tool.name} prints: ${plainLine(tool.prints)}`] : []),
      `  → ${fix}`,
    ];
    if (correction !== null) {
      const was = checked.text.slice(start.offset, finding.end.offset);
      lines.push(`  - ${plainLine(was)}`, `  + ${plainLine(correction)}`);
    }
    return lines.join('\n');
  });
}

function summary(result: LintResult): string {
  const { files, errors, warnings, infos, fixed, unread } =
    countFindings(result);
  const more = [
    ...(fixed > 0 ? [`${fixed} corrected`] : []),
    ...(unread > 0 ? [`${unread} not read`] : []),
  ];
  return `${[
    `${files} ${files === 1 ? 'file' : 'files'}: ${errors} ${
      errors === 1 ? 'error' : 'errors'
    }`,
    `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    `${infos} to know`,
    ...more,
  ].join(', ')}.`;
}
