import { createHash } from 'node:crypto';
import { AuditorService } from '@backstage/backend-plugin-api';
import { Distrust } from 'backstage-plugin-chart-provenance-common';
import { DistrustChanges, DistrustStore } from './store';

/** What {@link announceDistrust} needs. */
interface AnnounceOptions {
  distrust: readonly Distrust[];
  store: Pick<DistrustStore, 'remember'>;
  auditor: AuditorService;
}

/**
 * Tells the audit log what changed in the distrust list since any process of this installation started last: each entry that came, changed or
 * went is an event of its own. What is distrusted can take verdicts away from the whole fleet, and giving it up can give them back.
 * A change that could not be told of is told of at the next start.
 */
export async function announceDistrust(
  options: AnnounceOptions,
): Promise<void> {
  const { distrust, store } = options;
  await store.remember(
    distrust.map(entry => ({ id: entry.id, hash: hashOf(entry) })),
    changes => tell(changes, options),
  );
}

async function tell(
  changes: DistrustChanges,
  { distrust, auditor }: Pick<AnnounceOptions, 'distrust' | 'auditor'>,
): Promise<void> {
  for (const change of ['added', 'changed', 'removed'] as const) {
    for (const id of changes[change]) {
      const entry = distrust.find(each => each.id === id);
      const event = await auditor.createEvent({
        eventId: 'distrust-change',
        severityLevel: 'high',
        meta: { change, id, ...(entry && { entry: { ...entry } }) },
      });
      await event.success();
    }
  }
}

function hashOf(entry: Distrust): string {
  const members = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest('hex');
}
