import { open } from 'node:fs/promises';
import { OfflineDecision } from 'backstage-plugin-chart-provenance-common/gate';

/** Appends one line, and waits until it is on the disk. */
export async function recordDecision(
  path: string,
  decision: OfflineDecision,
): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.appendFile(`${JSON.stringify(decision)}\n`, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}
