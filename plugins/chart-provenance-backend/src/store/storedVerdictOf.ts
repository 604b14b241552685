import { reasonOf, Verdict } from 'backstage-plugin-chart-provenance-common';
import { isRecordOf, parseColumn } from './rows';

const STATUSES = ['verified', 'rejected', 'unsigned', 'indeterminate'];

/**
 * The stored verdict, or the one that says that there is none yet. One whose row was damaged is no verdict: the version could not be checked,
 * and its neighbours are shown all the same.
 *
 * @param text - JSON; null when nothing is stored
 */
export function storedVerdictOf(
  text: string | null,
  decidedAt: string,
): Verdict {
  if (text === null) {
    return undecided(
      reasonOf('not-yet-judged', 'It has not been judged yet.'),
      decidedAt,
    );
  }
  const verdict = parseColumn(text);
  return isVerdict(verdict)
    ? verdict
    : undecided(
        reasonOf(
          'verifier-failed',
          'What is stored of this verdict is damaged. It is judged anew when something about the version or the rules changes.',
        ),
        decidedAt,
      );
}

function isVerdict(value: unknown): value is Verdict {
  return (
    isRecordOf(value, {
      status: status => STATUSES.includes(String(status)),
      reasons: reasons =>
        Array.isArray(reasons) &&
        reasons.length > 0 &&
        reasons.every(reason => isRecordOf(reason, { code: isText })),
      requirements: Array.isArray,
      policies: Array.isArray,
      decidedAt: isText,
    }) &&
    // A verdict of which the proof was cut off proves nothing.
    (value.status !== 'verified' ||
      (value.requirements as unknown[]).every(line =>
        isRecordOf(line, { result: result => result === 'met' }),
      ))
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function undecided(
  reason: Verdict['reasons'][number],
  decidedAt: string,
): Verdict {
  return {
    status: 'indeterminate',
    reasons: [reason],
    requirements: [],
    policies: [],
    decidedAt,
  };
}
