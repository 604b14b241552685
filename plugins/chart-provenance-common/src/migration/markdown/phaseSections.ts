import type {
  MigrationState,
  PhaseStep,
  RecordedPlan,
} from '../../api/migrationTypes';
import { dayOf } from '../words';
import { code, codeBlock, plain, table } from './escape';
import { PHASE, RESPONSIBLE } from './labels';

const STEP: Record<PhaseStep['state'], string> = {
  done: '✔ done',
  present: '● present',
  ahead: '○ ahead',
};

/** Alarms, the next step, and where the chart is. */
export function headSection(state: MigrationState): string[] {
  const { alarms, nextStep } = state;
  return [
    `Chart ${code(state.reference)}. Phase: **${PHASE[state.phase]}**. ${plain(
      state.because,
      1_000,
    )}`,
    ...alarms.flatMap(({ message, fix, responsible }) => [
      '',
      `**⚠ ${plain(message, 1_000)}** What to do (${
        RESPONSIBLE[responsible]
      }): ${plain(fix, 1_000)}`,
    ]),
    ...(nextStep === null
      ? []
      : [
          '',
          `Next step (${RESPONSIBLE[nextStep.responsible]}): ${plain(
            nextStep.text,
            1_000,
          )}`,
        ]),
  ];
}

/** The phase bar, with what each phase needs. */
export function stepSection({ steps, plan }: MigrationState): string[] {
  const rows = steps.map(({ phase, state, plannedOn, reachedAt }) => [
    PHASE[phase],
    STEP[state],
    plannedOn === null ? '–' : plain(plannedOn),
    reachedAt === null ? '–' : plain(dayOf(reachedAt)),
  ]);
  const needs = steps.flatMap(step =>
    step.needs.map(({ text, met }) => ({ phase: step.phase, text, met })),
  );
  return [
    ...(rows.length === 0
      ? []
      : [
          '',
          '## Phases',
          '',
          ...table(['Phase', 'State', 'Planned', 'Reached'], rows),
        ]),
    ...(needs.length === 0 ? [] : ['']),
    ...needs.map(
      ({ phase, text, met }) =>
        `- ${PHASE[phase]}: ${mark(met)} ${plain(text, 1_000)}`,
    ),
    ...(plan === null ? [] : planLines(plan)),
  ];
}

function mark(met: boolean | null): string {
  if (met === null) {
    return '?';
  }
  return met ? '✔' : '✖';
}

function planLines({ by, at, supportedSince, note }: RecordedPlan): string[] {
  return [
    '',
    `Planned by ${code(by)} on ${plain(dayOf(at))}.${
      supportedSince === null
        ? ''
        : ` Versions since ${plain(supportedSince)} are supported.`
    }${note.trim() === '' ? '' : ` Note: ${plain(note, 2_000)}`}`,
  ];
}

/** How to go back. */
export function rollbackSection({ rollback }: MigrationState): string[] {
  const { summary, steps, commands, caution } = rollback;
  return [
    '',
    '## Roll-back',
    '',
    plain(summary, 1_000),
    ...(steps.length === 0 ? [] : ['']),
    ...steps.map((step, index) => `${index + 1}. ${plain(step, 1_000)}`),
    ...commands.flatMap(({ title, command }) => [
      '',
      `${plain(title)}:`,
      '',
      ...codeBlock(command),
    ]),
    ...(caution === null ? [] : ['', `Caution: ${plain(caution, 1_000)}`]),
  ];
}
