import {
  DoctorActor,
  DoctorCheck,
  DoctorReport,
  DoctorResult,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import { plainLine } from '../plainLine';

const WORDS: Record<DoctorResult, string> = {
  ok: '✔ ok     ',
  warning: '! warning',
  failed: '✖ FAILED ',
  unknown: '? unknown',
};

const WHO: Record<DoctorActor, string> = {
  'registry-owner': 'owner of the registry',
  operator: 'operator of Backstage',
  platform: 'platform',
};

const INDENT = ' '.repeat(12);
/** What people read with ease, and what is left of it on a terminal. */
const WIDEST = 100;
const NARROWEST = 40;

/** The report for a person at a terminal `columns` wide: the sum of it last, where it is still on the screen. */
export function formatReport(report: DoctorReport, columns = WIDEST): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns));
  const sections = report.sections.map(one => formatSection(one, width));
  return `${[...sections, wrapped(summary(report), width, '  ', '')].join(
    '\n\n',
  )}\n`;
}

function formatSection(section: DoctorSection, width: number): string {
  const title = plainLine(
    section.product ? `${section.title} (${section.product})` : section.title,
  );
  return [
    title,
    ...mergeUntried(section.checks).map(check => formatCheck(check, width)),
    ...section.notes.map(note => wrapped(`Note: ${note}`, width, '  ')),
  ].join('\n');
}

/** What could not be tried for one and the same reason is one line. */
function mergeUntried(checks: readonly DoctorCheck[]): DoctorCheck[] {
  return checks.reduce<DoctorCheck[]>((merged, check) => {
    const last = merged[merged.length - 1];
    const alike =
      last?.result === 'unknown' &&
      check.result === 'unknown' &&
      last.sentence === check.sentence;
    return alike
      ? [
          ...merged.slice(0, -1),
          { ...last, what: `${last.what}, ${check.what}` },
        ]
      : [...merged, check];
  }, []);
}

function formatCheck(check: DoctorCheck, width: number): string {
  const { result, what, sentence, next, who, notes } = check;
  const lines = [
    wrapped(`${what}: ${sentence}`, width, INDENT, `  ${WORDS[result]} `),
  ];
  if (next && who) {
    lines.push(wrapped(`→ ${next} (${WHO[who]})`, width, INDENT));
  }
  return [
    ...lines,
    ...notes.map(note => wrapped(`Note: ${note}`, width, INDENT)),
  ].join('\n');
}

/** Broken at spaces; lines after the first, and the first unless told, begin with `indent`. */
function wrapped(
  text: string,
  width: number,
  indent: string,
  first = indent,
): string {
  const lines: string[] = [];
  let line = '';
  for (const word of plainLine(text).split(' ')) {
    if (line && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line]
    .map((one, index) => `${index === 0 ? first : indent}${one}`)
    .join('\n');
}

function summary({ counts, sections }: DoctorReport): string {
  const failing = sections
    .filter(({ checks }) => checks.some(({ result }) => result === 'failed'))
    .map(({ title }) => plainLine(title));
  const words = `${counts.ok} ok, ${counts.warning} ${
    counts.warning === 1 ? 'warning' : 'warnings'
  }, ${counts.failed} failed, ${counts.unknown} unknown.`;
  return failing.length > 0 ? `${words} Failed: ${failing.join(', ')}.` : words;
}
