import { Database } from '../../database';

/** Reads which evidence of a subject has stored bytes. */
export async function listDownloadable(
  database: Database,
  chartId: string,
  subject: string,
): Promise<Set<string>> {
  const rows = await database('evidence_bytes')
    .where({ chart_id: chartId, subject })
    .select<{ digest: string }[]>('digest');
  return new Set(rows.map(row => row.digest));
}
