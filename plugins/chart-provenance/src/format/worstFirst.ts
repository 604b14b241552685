import { RunningLine } from 'backstage-plugin-chart-provenance-common';
import { verdictSeverity } from './verdictSeverity';

/**
 * What runs, by environment in the order given, in each the worst first. Where only `max` lines have room, the worst of all stay, so that a
 * rejected version never hides below verified ones.
 *
 * @internal
 */
export function worstFirst(
  lines: readonly RunningLine[],
  max = lines.length,
): RunningLine[] {
  const environments = [...new Set(lines.map(line => line.environment))];
  const bySeverity = (a: RunningLine, b: RunningLine) =>
    verdictSeverity(a.verdict) - verdictSeverity(b.verdict);
  const byEnvironment = (a: RunningLine, b: RunningLine) =>
    environments.indexOf(a.environment) - environments.indexOf(b.environment);
  return [...lines]
    .sort((a, b) => bySeverity(a, b) || byEnvironment(a, b))
    .slice(0, max)
    .sort((a, b) => byEnvironment(a, b) || bySeverity(a, b));
}
