import { chunk } from '../../chunk';
import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** Writes that some evidence of a subject is there, or that a successful listing no longer showed it. */
export async function markPresence(
  tx: Database,
  subject: Pick<EvidenceTableRow, 'chart_id' | 'subject'>,
  digests: readonly string[],
  present: boolean,
): Promise<void> {
  for (const some of chunk(digests)) {
    await tx<EvidenceTableRow>('evidence')
      .where({ chart_id: subject.chart_id, subject: subject.subject })
      .whereIn('digest', some)
      .update({ present });
  }
}
