import { logLine } from '../../gate/print/logLine';
import { plainLine } from '../../plainLine';
import { LintResult } from '../LintResult';
import { countFindings } from './count';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Commands of GitHub Actions, which shows them beside the lines they are about. */
export function formatGithub(result: LintResult): string {
  const lines = result.checked.flatMap(({ path, report }) =>
    report.findings.map(({ severity, rule, start, end, message, fix }) => {
      const properties = {
        file: path,
        line: start.line,
        endLine: end.line,
        ...(start.line === end.line
          ? { col: start.column, endColumn: end.column }
          : {}),
        title: rule,
      };
      const list = Object.entries(properties)
        .map(([name, value]) => `${name}=${property(String(value))}`)
        .join(',');
      return `::${LEVELS[severity]} ${list}::${text(`${message} ${fix}`)}`;
    }),
  );
  const { errors, warnings } = countFindings(result);
  return `${[...lines, `${errors} errors, ${warnings} warnings`].join('\n')}\n`;
}

/** No line of a file's name begins a command of its own. */
function text(value: string): string {
  return logLine(plainLine(value)).replaceAll('%', '%25');
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
