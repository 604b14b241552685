import { Decision } from '../ask/decisionSchema';
import { logLine } from './logLine';
import { decisionOf, Result } from './Result';
import { headOf, whoOf, whyOf } from './words';

const WORD_WIDTH = 12;
const INDENT = '    ';

/** The results for a person: a line for each, and below it why, what to do, who can, and where it is explained. */
export function formatPlain(results: readonly Result[]): string {
  return results.map(formatResult).join('');
}

function formatResult(result: Result): string {
  const { outcome, notes } = result;
  const { mark, word } = headOf(outcome);
  const decision = decisionOf(outcome);
  const page = decision && !isAllowed(decision) ? pageOf(decision.url) : '';
  const below = [
    ...whyOf(outcome),
    ...(decision?.reasons ?? []).flatMap(reason => [
      `${reason.code}: ${reason.message}`,
      `→ ${reason.fix} (${whoOf(reason)})`,
    ]),
    ...notes.map(note => `Note: ${note}`),
    ...(page ? [page] : []),
  ];
  // Marks and indentation are ours; what follows is not.
  return [
    `${mark} ${word.padEnd(WORD_WIDTH)} ${logLine(firstLine(result))}`,
    ...below.map(line => `${INDENT}${logLine(line)}`),
  ]
    .map(line => `${line}\n`)
    .join('');
}

function isAllowed({ decision }: Decision): boolean {
  return decision === 'allow';
}

function firstLine({ subject, place, who, outcome }: Result): string {
  const decision = decisionOf(outcome);
  const facts = [
    place && place.path !== subject && `${place.path}:${place.line}`,
    who,
    decision?.version && `version ${decision.version}`,
    decision?.digest && !subject.includes(decision.digest) && decision.digest,
    decision?.environment,
    decision?.expiresAt && `until ${decision.expiresAt}`,
    decision?.offline && 'decided offline',
  ].filter(Boolean);
  return [subject, ...facts].join(', ');
}

/** Links are for pages. */
export function pageOf(url: string): string {
  return /^https?:\/\//.test(url) ? url : '';
}
