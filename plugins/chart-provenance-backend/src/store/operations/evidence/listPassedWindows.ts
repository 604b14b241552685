import { Database } from '../../database';
import { isRecordOf, parseColumn } from '../../rows';

interface Row {
  subject: string;
  verification: string;
  decided_at: string;
}

/**
 * Reads which versions of a chart have a proof that began or ceased to count since their verdict was decided: a key has expired, and
 * nothing else about them changed.
 *
 * @param now - ISO
 */
export async function listPassedWindows(
  database: Database,
  chartId: string,
  now: string,
): Promise<string[]> {
  const rows: Row[] = await database('verifications')
    .join('verdicts', join =>
      join
        .on('verdicts.chart_id', 'verifications.chart_id')
        .andOn('verdicts.digest', 'verifications.subject'),
    )
    .where('verifications.chart_id', chartId)
    .where('verifications.verification', 'like', '%"counts%')
    .select(
      'verifications.subject',
      'verifications.verification',
      'verdicts.decided_at',
    );
  const passed = rows.filter(({ verification, decided_at: decidedAt }) => {
    const edges = parseColumn(verification);
    return (
      // Of a damaged row nothing is known: it is judged again.
      !isRecordOf(edges, { countsFrom: () => true, countsUntil: () => true }) ||
      [edges.countsFrom, edges.countsUntil].some(
        edge => typeof edge === 'string' && decidedAt < edge && edge <= now,
      )
    );
  });
  return [...new Set(passed.map(({ subject }) => subject))];
}
