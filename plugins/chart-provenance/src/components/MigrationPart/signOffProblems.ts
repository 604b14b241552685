import { SignOff } from 'backstage-plugin-chart-provenance-common';
import { isDay } from '../../format/dayText';

/**
 * Characters that a note may have.
 *
 * @internal
 */
export const MAX_NOTE = 2_000;

/**
 * What keeps a sign-off from being recorded, by field; empty when nothing does. The backend asks the same.
 *
 * @internal
 */
export function signOffProblems(
  {
    result,
    note,
    expiresOn,
  }: {
    result: SignOff['result'];
    note: string;
    /** `YYYY-MM-DD`, or empty. */
    expiresOn: string;
  },
  now: Date,
): { note?: string; expiresOn?: string } {
  const problems: { note?: string; expiresOn?: string } = {};
  if (result !== 'open' && note.trim() === '') {
    problems.note = 'Say what it stands on: a link, a ticket, a name.';
  } else if (note.length > MAX_NOTE) {
    problems.note = `At most ${MAX_NOTE} characters.`;
  }
  if (result !== 'open' && expiresOn !== '') {
    if (!isDay(expiresOn)) {
      problems.expiresOn = 'Write a day as YYYY-MM-DD.';
    } else if (expiresOn <= now.toISOString().slice(0, 10)) {
      problems.expiresOn = 'The day has to be after today.';
    }
  }
  return problems;
}
