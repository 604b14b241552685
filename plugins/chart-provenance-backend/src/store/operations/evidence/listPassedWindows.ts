import { Verification } from 'backstage-plugin-chart-provenance-common';
import { Database } from '../../database';
import { fromJson } from '../../rows';

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
    const { countsFrom, countsUntil } = fromJson<Verification>(verification);
    return [countsFrom, countsUntil].some(
      edge => edge !== undefined && decidedAt < edge && edge <= now,
    );
  });
  return [...new Set(passed.map(({ subject }) => subject))];
}
