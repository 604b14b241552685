import type {
  CheckResult,
  ManualItem,
  MigrationAlarm,
  MigrationPhase,
  MigrationState,
} from '../api/migrationTypes';
import type { Knowledge } from './knowledge';
import { needsOf, PHASES, rankOf } from './phases';

type NextStep = MigrationState['nextStep'];

/** Which check an alarm is about. */
const CHECK_OF: Record<MigrationAlarm['code'], string | null> = {
  'legacy-gone-too-early': 'off-legacy',
  'legacy-version-vanished': 'parity',
  'bytes-differ': 'parity',
  'consumers-moved-back': 'off-legacy',
  'legacy-came-back': null,
  'past-date': null,
};

/**
 * The one thing to do next: what is alarming, then what keeps the chart from the next phase, then what is not right otherwise. A day that has
 * passed is no step of its own: what is in its way is.
 */
export function nextStepOf(
  known: Knowledge,
  phase: MigrationPhase,
  alarms: readonly MigrationAlarm[],
  checks: readonly CheckResult[],
  manual: readonly ManualItem[],
): NextStep {
  const alarm = alarms.find(({ code }) => code !== 'past-date');
  if (alarm) {
    const { fix, responsible, code } = alarm;
    return { text: fix, responsible, checkId: CHECK_OF[code] };
  }
  return (
    towardsNext(known, phase) ?? openCheck(checks) ?? openItem(manual) ?? null
  );
}

function towardsNext(known: Knowledge, phase: MigrationPhase): NextStep {
  const next = PHASES[rankOf(phase) + 1];
  return phase === 'noLegacy' || next === undefined
    ? null
    : needsOf(next, known).find(({ met }) => met !== true)?.next ?? null;
}

function openCheck(checks: readonly CheckResult[]): NextStep {
  const open =
    checks.find(({ status }) => status === 'fail') ??
    checks.find(({ status }) => status === 'unknown');
  return open
    ? {
        text: open.nextAction ?? open.message,
        responsible: open.responsible,
        checkId: open.id,
      }
    : null;
}

function openItem(manual: readonly ManualItem[]): NextStep {
  const open = manual.find(
    ({ status }) => status !== 'done' && status !== 'notApplicable',
  );
  return open
    ? {
        text: `See to it, and sign it off: ${open.claim}`,
        responsible: open.responsible,
        checkId: open.id,
      }
    : null;
}
