import { ChartReferenceError } from '../../reference/ChartReferenceError';
import { parseChartReference } from '../../reference/parseChartReference';
import { hasHole, Piece, withHoles } from '../text';
import { checkReference } from '../rules/referenceRules';
import { LintContext } from './LintContext';

/** One reference and nothing else. */
export function lintReference(context: LintContext): void {
  const { source, report } = context;
  const start = source.length - source.trimStart().length;
  const plain = Piece.of(source, { start, end: source.trimEnd().length });
  const piece = withHoles(plain);
  const isWell = checkReference(piece, report, { tool: null });
  if (isWell && !hasHole(piece.text) && piece.text.startsWith('oci://')) {
    const position = problemIn(piece.text);
    if (position !== undefined) {
      const from = Math.min(position, piece.text.length - 1);
      report.part('reference-malformed', piece, [from, piece.text.length]);
    }
  }
}

/** Where it cannot be read; undefined when it can. */
function problemIn(text: string): number | undefined {
  try {
    parseChartReference(text);
    return undefined;
  } catch (error) {
    if (error instanceof ChartReferenceError) {
      return error.position;
    }
    throw error;
  }
}
