import type { Check } from './checks.ts';
import type { CellOutcome } from './Outcome.ts';
import { registryName } from './ground/registries.ts';
import type { Toolbox } from '../tools/toolbox.ts';

const SIGNS = { agreed: '✔', disagreed: '✖', 'not-runnable': '–' } as const;

/** One line for each cell, and under it what was not said alike. */
export function cellLines(outcome: CellOutcome): string[] {
  const { cell } = outcome;
  const { status, code } = cell.expect;
  const line = [
    SIGNS[outcome.is],
    cell.id.padEnd(34),
    registryName(cell.registry).padEnd(31),
    (cell.method ?? '–').padEnd(15),
    `${status}: ${code}`,
  ].join(' ');
  switch (outcome.is) {
    case 'agreed':
      return [
        line,
        ...(outcome.words ? [`    the tool: ${outcome.words}`] : []),
        ...(cell.differs
          ? [`    the tool ${cell.differs.tool}: ${cell.differs.because}`]
          : []),
      ];
    case 'disagreed':
      return [
        line,
        ...outcome.findings.map(
          ({ what, tools, ours }) =>
            `    ${what}\n      tools: ${tools}\n      ours:  ${ours}`,
        ),
      ];
    default:
      return [line, `    not runnable: ${outcome.reason}`];
  }
}

/** One line for what is no cell. */
export function checkLine({ name, is, words }: Check): string {
  return `${SIGNS[is]} ${name.padEnd(34)} ${words}`;
}

/** The table at the end; checks count as cells. */
export function summaryLines(
  outcomes: CellOutcome[],
  checks: Check[],
): string[] {
  const all = [...outcomes, ...checks];
  const count = (is: Check['is']) => all.filter(each => each.is === is).length;
  const meant = outcomes.filter(
    ({ is, cell }) => is === 'agreed' && cell.differs,
  ).length;
  return [
    `cells         ${all.length}`,
    `agreed        ${count(
      'agreed',
    )} (${meant} of them by a difference that is meant)`,
    `disagreed     ${count('disagreed')}`,
    `not runnable  ${count('not-runnable')}`,
    ...notRunnableLines(outcomes, checks),
  ];
}

function notRunnableLines(outcomes: CellOutcome[], checks: Check[]): string[] {
  const reasons = new Map<string, string[]>();
  const note = (name: string, reason: string) =>
    reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  for (const outcome of outcomes) {
    if (outcome.is === 'not-runnable') {
      // Ports and digests would make each reason another.
      note(
        outcome.cell.id,
        outcome.reason.replace(/\[[^\]]*@sha256:[^\]]*\]/, '…'),
      );
    }
  }
  for (const { is, name, words } of checks) {
    if (is === 'not-runnable') {
      note(name, words);
    }
  }
  return [...reasons].map(
    ([reason, names]) => `  ${names.join(', ')}: ${reason}`,
  );
}

/** Tools that could not be had, with the reason. */
export function missingTools(tools: Toolbox): string[] {
  return [...tools.values()].flatMap(({ name, version, reason }) =>
    reason === undefined ? [] : [`– ${name} ${version}: ${reason}`],
  );
}
