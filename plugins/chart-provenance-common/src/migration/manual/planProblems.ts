import type { MigrationPlan } from '../../api/migrationTypes';
import { isDay } from '../words';
import { dateProblem, FieldProblem, noteProblem } from './fieldProblems';

/**
 * What is wrong with a plan; empty when it can be kept. Its days exist and are in the order of the phases; which versions are supported is not left to the
 * future, where none would be.
 *
 * @public
 */
export function planProblems(plan: MigrationPlan, now: string): FieldProblem[] {
  const { supportedSince } = plan;
  return [
    ...dateProblem('cutOverOn', plan.cutOverOn),
    ...dateProblem('deprecatedOn', plan.deprecatedOn),
    ...dateProblem('retireOn', plan.retireOn),
    ...dateProblem('supportedSince', supportedSince),
    ...notBefore(plan, 'deprecatedOn', 'cutOverOn'),
    ...notBefore(plan, 'retireOn', 'deprecatedOn'),
    ...(plan.deprecatedOn === null
      ? notBefore(plan, 'retireOn', 'cutOverOn')
      : []),
    ...(supportedSince !== null &&
    isDay(supportedSince) &&
    Date.parse(supportedSince) > Date.parse(now)
      ? [{ field: 'supportedSince', message: 'must not be a day to come' }]
      : []),
    ...noteProblem(plan.note),
  ];
}

function notBefore(
  plan: MigrationPlan,
  later: 'deprecatedOn' | 'retireOn',
  earlier: 'cutOverOn' | 'deprecatedOn',
): FieldProblem[] {
  const [to, from] = [plan[later], plan[earlier]];
  return to !== null && from !== null && isDay(to) && isDay(from) && to < from
    ? [{ field: later, message: `must not be before ${earlier} (${from})` }]
    : [];
}
