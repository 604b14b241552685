import type { MigrationAlarm, MigrationPhase } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import { allMet, BarPhase, hasCome, needsOf, rankOf } from '../phases';

/** What was to be, by each day of the plan, in their order. */
const DAYS: readonly {
  phase: BarPhase;
  field: 'cutOverOn' | 'deprecatedOn' | 'retireOn';
  was: string;
}[] = [
  { phase: 'cutOver', field: 'cutOverOn', was: 'be cut over' },
  {
    phase: 'deprecationWindow',
    field: 'deprecatedOn',
    was: 'be deprecated in the legacy repository, with no consumer left there,',
  },
  {
    phase: 'retired',
    field: 'retireOn',
    was: 'be gone from the legacy repository',
  },
];

/** A day of the plan has passed and its phase is not reached: the first such one. */
export function pastDate(
  known: Knowledge,
  phase: MigrationPhase,
): MigrationAlarm[] {
  const { plan, now } = known.facts;
  const late = DAYS.find(
    one =>
      hasCome(plan?.[one.field] ?? null, now) &&
      rankOf(phase) < rankOf(one.phase),
  );
  if (!late || phase === 'noLegacy') {
    return [];
  }
  const needs = needsOf(late.phase, known);
  const open = needs.find(({ met }) => met !== true);
  const isIt =
    allMet(needs) === null ? 'whether it is cannot be told' : 'it is not';
  return [
    {
      code: 'past-date',
      message: `By the plan the chart was to ${late.was} on ${
        plan?.[late.field]
      }, and ${isIt}. ${open?.finding ?? ''}`.trim(),
      fix: open?.next?.text ?? 'Change the plan.',
      responsible: open?.next?.responsible ?? 'owner',
    },
  ];
}
