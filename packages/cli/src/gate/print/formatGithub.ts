import { logLine } from './logLine';
import { formatPlain, pageOf } from './formatPlain';
import { decisionOf, isFine, Result } from './Result';
import { headOf, whoOf, whyOf } from './words';

/** The lines for a person, and an annotation for each result that says something. */
export function formatGithub(results: readonly Result[]): string {
  return formatPlain(results) + results.map(annotation).join('');
}

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function annotation(result: Result): string {
  const { subject, place, outcome } = result;
  const message = messageOf(result);
  if (message === '') {
    return '';
  }
  const level = isFine(outcome) ? 'warning' : 'error';
  const { word } = headOf(outcome);
  const properties = [
    ...(place && place.path !== ''
      ? [`file=${property(pathText(place.path))}`, `line=${place.line}`]
      : []),
    `title=${property(logLine(`${word}: ${subject}`))}`,
  ];
  return `::${level} ${properties.join(',')}::${text(message)}\n`;
}

/** Why, what to do and where to read on, a line each; empty when there is nothing to say. */
export function messageOf({ outcome, notes }: Result): string {
  const decision = decisionOf(outcome);
  const lines = [
    ...whyOf(outcome),
    ...(decision?.reasons ?? []).map(
      reason => `${reason.message} ${reason.fix} (${whoOf(reason)})`,
    ),
    ...notes,
  ];
  return lines.length === 0
    ? ''
    : [...lines, ...(decision ? [pageOf(decision.url)] : [])]
        .map(logLine)
        .filter(Boolean)
        .join('\n');
}

function text(value: string): string {
  return value
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

/** A path may hold anything but NUL; line breaks are escaped, and with anything else that is not shown the file is not found. */
function pathText(path: string): string {
  return path
    .replace(/(?![\r\n])\p{C}/gu, ' ')
    .replace(/##(?=\[|vso\[)/gi, '# #');
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
