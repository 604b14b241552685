import { chunk } from '../../chunk';
import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** Writes that what some manifests carry about a subject is there, or that a successful listing no longer showed it. */
export async function markPresence(
  tx: Database,
  subject: Pick<EvidenceTableRow, 'chart_id' | 'subject'>,
  manifests: readonly string[],
  present: boolean,
): Promise<void> {
  for (const some of chunk(manifests)) {
    await tx<EvidenceTableRow>('evidence')
      .where({ chart_id: subject.chart_id, subject: subject.subject })
      .whereIn('manifest', some)
      .update({ present });
  }
}
