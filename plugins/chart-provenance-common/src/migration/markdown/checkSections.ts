import type {
  CheckGroup,
  CheckResult,
  CheckStatus,
  ManualItem,
  MigrationState,
  SignOff,
} from '../../api/migrationTypes';
import { dayOf } from '../words';
import { code, plain } from './escape';
import { GROUPS, RESPONSIBLE } from './labels';

const STATUS: Record<CheckStatus, string> = {
  pass: '✔ Pass',
  fail: '✖ Fail',
  unknown: '? Unknown',
  notApplicable: '– Not applicable',
};

const ITEM: Record<ManualItem['status'], string> = {
  done: '✔ Signed off',
  open: '○ Open',
  expired: '✖ Expired',
  contradicted: '✖ Contradicted',
  notApplicable: '– Not applicable',
};

/** Checks and manual items, group by group. */
export function checkSections({ checks, manual }: MigrationState): string[] {
  const groups = Object.keys(GROUPS) as CheckGroup[];
  return groups.flatMap(group => {
    const lines = [
      ...checks.filter(one => one.group === group).flatMap(checkLines),
      ...manual.filter(one => one.group === group).flatMap(itemLines),
    ];
    return lines.length === 0 ? [] : ['', `## ${GROUPS[group]}`, '', ...lines];
  });
}

function checkLines(check: CheckResult): string[] {
  const { evidence, moreEvidence } = check;
  return [
    `- **${STATUS[check.status]}**: ${plain(check.claim)} ${plain(
      check.message,
      1_000,
    )}`,
    ...detail('Why', check.why),
    ...inherited(check.inheritedFrom),
    ...(check.nextAction === null
      ? []
      : detail(`Next (${RESPONSIBLE[check.responsible]})`, check.nextAction)),
    ...evidence.map(({ text }) => `  - ${plain(text)}`),
    ...(moreEvidence > 0 ? [`  - and ${moreEvidence} more`] : []),
  ];
}

function itemLines(item: ManualItem): string[] {
  const open = item.status !== 'done' && item.status !== 'notApplicable';
  return [
    `- **${ITEM[item.status]}**: ${plain(item.claim)}`,
    ...detail('Why', item.why),
    ...inherited(item.inheritedFrom),
    ...(open
      ? [`  - To be signed off by: ${RESPONSIBLE[item.responsible]}`]
      : []),
    ...(item.signOff === null ? [] : signOffLines(item.signOff)),
    ...(item.contradiction === null
      ? []
      : detail('Contradicted', item.contradiction)),
  ];
}

function signOffLines({ result, by, at, note, expiresOn }: SignOff): string[] {
  const what = {
    done: 'Signed off',
    notApplicable: 'Said not to apply',
    open: 'Taken back',
  }[result];
  return [
    `  - ${what} by ${code(by)} on ${plain(dayOf(at))}${
      expiresOn === null ? '' : `, until ${plain(expiresOn)}`
    }`,
    ...(note.trim() === '' ? [] : [`  - Note: ${plain(note, 2_000)}`]),
  ];
}

function inherited(from: string | null): string[] {
  return from === null ? [] : [`  - Inherited from ${code(from)}`];
}

function detail(label: string, text: string): string[] {
  return [`  - ${label}: ${plain(text, 1_000)}`];
}
