import { Knex } from 'knex';
import { lockChart } from '../operations/chart/lockChart';
import { updateChart } from '../operations/chart/updateChart';
import { hasOutdatedEvidence } from '../operations/evidence/hasOutdatedEvidence';
import { listPassedWindows } from '../operations/evidence/listPassedWindows';
import { releaseLease } from '../operations/queue/releaseLease';
import { countVersions } from '../operations/version/countVersions';
import { insertVersions } from '../operations/version/insertVersions';
import { StoreContext } from '../reads/StoreContext';
import { ChartRow } from '../rows';
import { WalkOutcome, WalkRecord } from '../types';
import { judgeVersions } from './judgeVersions';
import { Touched } from './Touched';
import { hashOfWalk, walkColumns } from './walkColumns';
import { writeEvidence } from './writeEvidence';
import { moveReferrerClocks, writeReferrers } from './writeReferrers';
import { moveTagClocks, writeTags } from './writeTags';

/** Writes a walk in one transaction. See `ChartWrites.recordWalk`. */
export async function recordWalk(
  { database, now }: StoreContext,
  record: WalkRecord,
): Promise<WalkOutcome> {
  const { chartId, result, judge } = record;
  return database.transaction(async tx => {
    await releaseLease(tx, record.lease, record.next, now().toISOString());
    const chart = await lockChart(tx, chartId);
    const resultHash = hashOfWalk(result, record.verified);
    const passed = await listPassedWindows(tx, chartId, now().toISOString());
    const isNoOp =
      chart.result_hash === resultHash &&
      chart.judge_hash === judge.inputsHash &&
      passed.length === 0;
    const judged = isNoOp ? 0 : await writeFacts(tx, chart, record, passed);
    await moveTagClocks(tx, chartId, result);
    await moveReferrerClocks(tx, chartId, result);
    const versionsDone = isNoOp
      ? chart.versions_done
      : await countVersions(tx, { chartId, prereleases: true });
    const columns = walkColumns(chart, result, versionsDone);
    await updateChart(tx, chartId, {
      ...columns,
      result_hash: resultHash,
      judge_hash: judged === 'outdated' ? null : judge.inputsHash,
    });
    return {
      changed: !isNoOp,
      state: columns.state,
      judged: judged === 'outdated' ? 0 : judged,
    };
  });
}

/**
 * Writes what the walk saw and judges what it touched, and what a proof began or ceased to count for; all versions when the judge's inputs are not those of last time. Nothing is
 * judged by outdated outcomes: that is left to the re-judging, which verifies anew first.
 */
async function writeFacts(
  tx: Knex.Transaction,
  chart: ChartRow,
  { result, verified, judge }: WalkRecord,
  passed: readonly string[],
): Promise<number | 'outdated'> {
  const { chart_id: chartId } = chart;
  const touched = new Touched();
  touched.add(...passed);
  await insertVersions(tx, chartId, result.versions, result.finishedAt);
  touched.add(...result.versions.map(({ digest }) => digest));
  await writeTags(tx, chartId, result, touched);
  await writeEvidence(tx, chartId, result, verified, touched);
  await writeReferrers(tx, chartId, result, touched);
  // The judge asks whether referrers were ever listed: the clock has to be there before it.
  await moveReferrerClocks(tx, chartId, result);
  if (await hasOutdatedEvidence(tx, chartId, judge.materialHash)) {
    return 'outdated';
  }
  const all = chart.judge_hash !== judge.inputsHash;
  return judgeVersions(tx, chart, judge, all ? undefined : touched.digests);
}
