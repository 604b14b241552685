import type { Toolbox } from '../tools/toolbox.ts';
import type { Counts } from './Counts.ts';
import { reportClients } from './reportClients.ts';
import { runSuites } from './runSuites.ts';

/**
 * Holds packages/dev-registry against the distribution specification's own suite and against the real clients.
 *
 * @param say - gets the results, line by line, with the reason for each failure and each skip.
 * @returns sums over both; what no tool could be had for counts as skipped.
 */
export async function runConformance(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<Counts> {
  const suite = await runSuites(tools, say);
  const clients = await reportClients(tools, say);
  return {
    passed: suite.passed + clients.passed,
    failed: suite.failed + clients.failed,
    skipped: suite.skipped + clients.skipped,
  };
}
