import { MigrationPlan } from 'backstage-plugin-chart-provenance-common';
import { isDay } from '../../format/dayText';
import { MAX_NOTE } from './signOffProblems';

/**
 * The days of a plan, in the order in which they have to come, then the one that stands for itself.
 *
 * @internal
 */
export const PLAN_DAYS = [
  ['cutOverOn', 'Consumers are asked to move'],
  ['deprecatedOn', 'The legacy chart is deprecated'],
  ['retireOn', 'It may be gone from the legacy repository'],
  ['supportedSince', 'Versions published since are kept in parity'],
] as const;

/**
 * What a plan is made of, as the backend names it in its messages.
 *
 * @internal
 */
export type PlanField = keyof MigrationPlan;

const FIELDS: PlanField[] = [...PLAN_DAYS.map(([field]) => field), 'note'];

/**
 * What keeps a plan from being recorded, by field; empty when nothing does. The backend asks the same.
 *
 * @internal
 */
export function planProblems(
  plan: Record<PlanField, string>,
): Partial<Record<PlanField, string>> {
  const problems: Partial<Record<PlanField, string>> = {};
  let before: { words: string; day: string } | undefined;
  for (const [field, words] of PLAN_DAYS) {
    const day = plan[field];
    if (day !== '' && !isDay(day)) {
      problems[field] = 'Write a day as YYYY-MM-DD.';
    } else if (day !== '' && field !== 'supportedSince') {
      if (before && day < before.day) {
        problems[field] = `It cannot come before “${before.words}”.`;
      }
      before = { words, day };
    }
  }
  if (plan.note.length > MAX_NOTE) {
    problems.note = `At most ${MAX_NOTE} characters.`;
  }
  return problems;
}

/**
 * The fields that a message of the backend names, so that it can stand beside them.
 *
 * @internal
 */
export function fieldsNamed(message: string): PlanField[] {
  return FIELDS.filter(field => new RegExp(`\\b${field}\\b`).test(message));
}
