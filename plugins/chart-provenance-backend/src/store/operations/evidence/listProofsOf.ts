import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VerificationRow } from '../../rows';

/** Reads the outcomes for the evidence that is present about some versions, given by chart and digest. */
export async function listProofsOf(
  database: Database,
  versions: readonly { chart_id: string; digest: string }[],
): Promise<VerificationRow[]> {
  const rows: VerificationRow[] = [];
  for (const some of chunk(versions)) {
    rows.push(
      ...(await database('verifications')
        .join('evidence', join =>
          join
            .on('evidence.chart_id', 'verifications.chart_id')
            .andOn('evidence.subject', 'verifications.subject')
            .andOn('evidence.digest', 'verifications.digest'),
        )
        .where('evidence.present', true)
        .whereIn(
          ['verifications.chart_id', 'verifications.subject'],
          some.map(({ chart_id, digest }) => [chart_id, digest]),
        )
        .orderBy('verifications.digest')
        .orderBy('verifications.trust')
        .select('verifications.*')),
    );
  }
  return rows;
}
