import { isDay } from '../words';

const MOST_NOTE = 2_000;

/**
 * What is wrong with a field of a request.
 *
 * @public
 */
export interface FieldProblem {
  field: string;
  /** What is wrong, after the field’s name: `must be a day, like 2027-03-01`. */
  message: string;
}

/** At most 2,000 characters of plain text; line breaks and tabs are fine, other control characters are not. */
export function noteProblem(note: string): FieldProblem[] {
  if (note.length > MOST_NOTE) {
    return [{ field: 'note', message: 'must have at most 2,000 characters' }];
  }
  return /[^\P{C}\n\r\t]/u.test(note)
    ? [
        {
          field: 'note',
          message: 'must be plain text, without control characters',
        },
      ]
    : [];
}

/** Null, or a day that exists. */
export function dateProblem(field: string, day: string | null): FieldProblem[] {
  return day === null || isDay(day)
    ? []
    : [{ field, message: 'must be a day that exists, like 2027-03-01' }];
}
