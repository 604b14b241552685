import type { Toolbox } from '../tools/toolbox.ts';
import { clientTable } from './clientTable.ts';
import { runClients } from './clients/runClients.ts';
import type { Counts } from './Counts.ts';

/** Has the real clients drive packages/dev-registry and prints what came of it as a table. */
export async function reportClients(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<Counts> {
  const cells = await runClients(tools);
  clientTable(cells).forEach(say);
  const failed = cells.filter(cell => cell.problem !== undefined).length;
  const skipped = cells.filter(cell => cell.notRunnable !== undefined).length;
  return { passed: cells.length - failed - skipped, failed, skipped };
}
