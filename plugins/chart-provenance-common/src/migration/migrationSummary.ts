import type {
  MigrationState,
  MigrationSummary,
  Responsible,
} from '../api/migrationTypes';

/**
 * The migration in one line. Checks and manual items count alike; what does not apply counts nowhere.
 *
 * @public
 */
export function migrationSummary(state: MigrationState): MigrationSummary {
  const lines = [
    ...state.checks.map(({ status, responsible }) => ({
      applies: status !== 'notApplicable',
      good: status === 'pass',
      responsible,
    })),
    ...state.manual.map(({ status, responsible }) => ({
      applies: status !== 'notApplicable',
      good: status === 'done',
      responsible,
    })),
  ].filter(({ applies }) => applies);
  const open = (who: Responsible) =>
    lines.filter(one => !one.good && one.responsible === who).length;
  return {
    phase: state.phase,
    passed: lines.filter(({ good }) => good).length,
    total: lines.length,
    open: {
      owner: open('owner'),
      platform: open('platform'),
      consumer: open('consumer'),
    },
    nextStep: state.nextStep?.text ?? null,
    alarm: state.alarms[0]?.message ?? null,
  };
}
