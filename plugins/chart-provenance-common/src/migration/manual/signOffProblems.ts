import type { SignOffRequest } from '../../api/migrationTypes';
import type { ManualItemSpec } from '../types';
import { isDay } from '../words';
import { dateProblem, FieldProblem, noteProblem } from './fieldProblems';

/**
 * What is wrong with a sign-off; empty when it can be kept. It says that something does not apply only with a note, and for a day to come.
 *
 * @public
 */
export function signOffProblems(
  request: SignOffRequest,
  spec: ManualItemSpec,
  now: string,
): FieldProblem[] {
  const { result, note, expiresOn } = request;
  return [
    ...(['done', 'notApplicable', 'open'].includes(result)
      ? []
      : [{ field: 'result', message: 'must be done, notApplicable or open' }]),
    ...noteProblem(note),
    ...(result === 'notApplicable' && note.trim() === ''
      ? [
          {
            field: 'note',
            message: `must say why “${spec.claim}” does not apply`,
          },
        ]
      : []),
    ...dateProblem('expiresOn', expiresOn),
    ...(expiresOn !== null &&
    isDay(expiresOn) &&
    Date.parse(expiresOn) <= Date.parse(now)
      ? [{ field: 'expiresOn', message: 'must be a day to come' }]
      : []),
    ...(result === 'open' && expiresOn !== null
      ? [
          {
            field: 'expiresOn',
            message: 'goes only with a sign-off, not with taking one back',
          },
        ]
      : []),
  ];
}
