import { ChartJudge, ChartRecord, ChartWrites } from '../store';
import { materialHashOf } from './materialHashOf';
import { Verifier } from './Verifier';
import { verifyEvidence } from './verifyEvidence';

const BATCH = 50;

/** What judging everything anew needs. */
export interface RejudgeOptions {
  store: ChartWrites;
  verifier: Verifier;
  judge: ChartJudge;
  /** Stops between two charts; what is left is done the next time. */
  signal?: AbortSignal;
}

/**
 * Judges every chart whose verdicts were decided with another policy, distrust list, trust material, verifier or owner, from
 * what is stored: makes no request to any registry. Stopped or killed, it goes on where it was the next time. Answers how
 * many charts that were.
 */
export async function rejudgeAll(options: RejudgeOptions): Promise<number> {
  const { store, judge, signal } = options;
  let charts = 0;
  for (;;) {
    const batch = await store.chartsToRejudge(judge.inputsHash, BATCH);
    for (const chart of batch) {
      if (signal?.aborted) {
        return charts;
      }
      await rejudgeChart(chart, options);
      charts += 1;
    }
    if (batch.length < BATCH) {
      return charts;
    }
  }
}

async function rejudgeChart(
  { chartId }: ChartRecord,
  { store, verifier, judge, signal }: RejudgeOptions,
): Promise<void> {
  const materialHash = materialHashOf(verifier);
  let done = false;
  while (!done && !signal?.aborted) {
    const stored = await store.evidenceToReverify(chartId, materialHash);
    const verified = await verifyEvidence(stored, verifier);
    const keys = new Set(verified.map(keyOf));
    const awaitingBytes = stored.filter(item => !keys.has(keyOf(item)));
    const reverified = { verified, awaitingBytes };
    ({ done } = await store.rejudge(chartId, reverified, judge));
  }
}

function keyOf(item: { subject: string; digest: string }): string {
  return `${item.subject} ${item.digest}`;
}
