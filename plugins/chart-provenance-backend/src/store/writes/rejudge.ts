import { keptBytes } from '../keptBytes';
import { listEvidenceToReverify } from '../operations/evidence/listEvidenceToReverify';
import { hasOutdatedEvidence } from '../operations/evidence/hasOutdatedEvidence';
import { awaitBytes } from '../operations/evidence/awaitBytes';
import { lockChart } from '../operations/chart/lockChart';
import { updateChart } from '../operations/chart/updateChart';
import { makeWorkDue } from '../operations/queue/makeWorkDue';
import { chartKey } from '../chartKey';
import { StoreContext } from '../reads/StoreContext';
import { storedEvidenceOf } from '../storedEvidenceOf';
import { ChartJudge, Reverified, StoredEvidence } from '../types';
import { judgeVersions } from './judgeVersions';
import { writeOutcome } from './writeOutcome';

/** At most this many pieces of evidence are held at a time: their bytes, up to 256 KiB each, were written by publishers. */
const BATCH = 50;

/** Reads some of a chart's evidence that was verified under other trust material. */
export async function readEvidenceToReverify(
  { database }: StoreContext,
  chartId: string,
  materialHash: string,
): Promise<StoredEvidence[]> {
  const rows = await listEvidenceToReverify(
    database,
    chartId,
    materialHash,
    BATCH,
  );
  const stored: StoredEvidence[] = [];
  // One after the other: all at once they would keep everybody waiting.
  for (const row of rows) {
    const evidence = storedEvidenceOf(row);
    stored.push({
      chartId,
      subject: row.subject,
      digest: row.digest,
      evidence,
      bytes: row.content && (await keptBytes(evidence, row.content)),
      chart: {
        name: row.name,
        version: row.version,
        chartLayerDigest: row.chart_layer_digest,
      },
    });
  }
  return stored;
}

/** Judges a chart again in one transaction, from what is stored. See `ChartWrites.rejudge`. */
export async function rejudge(
  { database, now }: StoreContext,
  chartId: string,
  reverified: Reverified,
  judge: ChartJudge,
): Promise<{ judged: number; done: boolean }> {
  return database.transaction(async tx => {
    const chart = await lockChart(tx, chartId);
    for (const outcome of reverified.verified) {
      await writeOutcome(tx, chartId, outcome);
    }
    for (const { subject, digest } of reverified.awaitingBytes) {
      await awaitBytes(tx, { chart_id: chartId, subject, digest });
    }
    if (reverified.awaitingBytes.length > 0) {
      await makeWorkDue(tx, chartKey(chartId), now().toISOString());
    }
    if (await hasOutdatedEvidence(tx, chartId, judge.materialHash)) {
      await updateChart(tx, chartId, { judge_hash: null });
      return { judged: 0, done: false };
    }
    const judged = await judgeVersions(tx, chart, judge);
    await updateChart(tx, chartId, { judge_hash: judge.inputsHash });
    return { judged, done: true };
  });
}
