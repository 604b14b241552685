import { anchoredPart } from '../../consumers/gate/literalOf';
import { Piece } from '../text';
import { LintRule } from './ruleTable';
import { Report } from './Report';

const ANYONE = /^\^?(?:\.[*+]|\(\.[*+]\))?\$?$/;

/** Is it anchored, or open at its ends on purpose? */
export function isAnchored(expression: string): boolean {
  if (anchoredPart(expression) !== undefined) {
    return true;
  }
  const begins = /^(?:\^|\.\*)/.test(expression);
  const ends = /(?:^|[^\\])\.[*+]$|(?:^|[^\\])\$$/.test(expression);
  return begins && ends;
}

/** What is wrong with an expression that says who may have signed. */
export function checkExpression(
  piece: Piece,
  report: Report,
  {
    rule = 'identity-unanchored',
    canCorrect = true,
  }: { rule?: LintRule; canCorrect?: boolean } = {},
): void {
  const { text } = piece;
  if (text === '' || /\uE000/.test(text)) {
    return;
  }
  const all = [0, text.length] as const;
  if (ANYONE.test(text)) {
    report.part('identity-anyone', piece, all);
  } else if (!isAnchored(text)) {
    const correction = canCorrect ? anchored(text) : undefined;
    report.part(rule, piece, all, { correction });
  }
}

/** With anchors, where they change nothing that was meant; undefined where only a person knows. */
function anchored(text: string): string | undefined {
  const begins = text.startsWith('^') || /^https:\/\//.test(text);
  const ends = /(?:^|[^\\])\.\*$|[^\\]\$$/.test(text);
  const isPlain = !/[|]/.test(text);
  if (!begins || !ends || !isPlain) {
    return undefined;
  }
  return `${text.startsWith('^') ? '' : '^'}${text}${
    text.endsWith('$') ? '' : '$'
  }`;
}
