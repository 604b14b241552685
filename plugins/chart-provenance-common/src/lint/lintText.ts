import { LintKind, LintReport, LintRequest } from '../api/lintTypes';
import { applyCorrections } from './applyCorrections';
import { lintCommands } from './kinds/lintCommands';
import { LintContext } from './kinds/LintContext';
import { lintMarkdown } from './kinds/lintMarkdown';
import { lintReference } from './kinds/lintReference';
import { lintTerraform } from './kinds/lintTerraform';
import { lintYaml } from './kinds/lintYaml';
import { kindOf, languageOf } from './kindOf';
import { Report } from './rules/Report';
import { Piece, Positions } from './text';

/**
 * The longest text that is looked at, in bytes of UTF-8.
 *
 * @public
 */
export const MAX_LINT_BYTES = 262_144;

const MAX_FINDINGS = 500;
const MAX_UNREAD = 100;

/**
 * Looks for mistakes in references to charts, in identities, and in the commands and files around them. Pure and synchronous; silent on what
 * is right, and on what is filled in later. Never throws: what it cannot read is named in `unread`.
 *
 * @public
 */
export function lintText({ text, filename = '' }: LintRequest): LintReport {
  const kind = kindOf(text, filename);
  if (isTooLong(text)) {
    return {
      kind,
      findings: [],
      cut: false,
      corrected: null,
      unread: [
        `It is longer than ${MAX_LINT_BYTES} bytes, so nothing was read.`,
      ],
      language: languageOf(kind, filename, ''),
    };
  }
  const report = new Report(text);
  const context: LintContext = {
    source: text,
    name: filename.slice(filename.lastIndexOf('/') + 1),
    report,
    unread: [],
    setting: {},
  };
  const read = readAs(kind, context, filename);
  const positions = new Positions(text);
  const all = report.findings(positions);
  const findings = all.slice(0, MAX_FINDINGS);
  return {
    kind: read,
    findings,
    cut: all.length > findings.length,
    corrected: applyCorrections(text, findings),
    unread: context.unread
      .slice(0, MAX_UNREAD)
      .map(({ at, why }) => `From line ${positions.at(at.start).line}: ${why}`),
    language: languageOf(read, filename, text),
  };
}

function readAs(
  kind: LintKind,
  context: LintContext,
  filename: string,
): LintKind {
  const { source } = context;
  const whole = { start: 0, end: source.length };
  switch (kind) {
    case 'reference':
      lintReference(context);
      return kind;
    case 'command':
      lintCommands(Piece.of(source, whole), {
        ...context,
        setting: { isMakefile: /makefile|\.mk$/i.test(filename) },
      });
      return kind;
    case 'terraform':
      lintTerraform(whole, context);
      return kind;
    case 'markdown':
      lintMarkdown(context);
      return kind;
    case 'unknown':
      return kind;
    default:
      return lintYaml(whole, context) ?? kindOfName(filename);
  }
}

function kindOfName(filename: string): LintKind {
  return /(?:^|\/)(?:Chart|requirements)\.(?:ya?ml|lock)$/.test(filename)
    ? 'chart'
    : 'manifest';
}

function isTooLong(text: string): boolean {
  return (
    text.length > MAX_LINT_BYTES ||
    (text.length > MAX_LINT_BYTES / 3 &&
      new TextEncoder().encode(text).length > MAX_LINT_BYTES)
  );
}
