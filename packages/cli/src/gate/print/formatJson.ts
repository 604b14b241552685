import { jsonText } from './jsonText';
import { decisionOf, isFine, Result } from './Result';
import { whyOf } from './words';

/** Everything, for programs. `proceed` is what counts. */
export function formatJson(
  results: readonly Result[],
  exitCode: number,
): string {
  const shown = results.map(({ subject, place, who, outcome, notes }) => ({
    reference: subject,
    ...(place && { path: place.path, line: place.line, who }),
    outcome: outcome.kind,
    proceed: isFine(outcome),
    resolved: outcome.kind === 'proceed' ? outcome.resolved : null,
    why: whyOf(outcome),
    notes,
    decision: decisionOf(outcome),
  }));
  return `${jsonText({ exitCode, results: shown })}\n`;
}
