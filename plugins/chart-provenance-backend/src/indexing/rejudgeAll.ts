import {
  ChartJudge,
  ChartRecord,
  ChartWrites,
  VerifiedEvidence,
} from '../store';
import { Verifier } from './Verifier';
import { verifyEvidence } from './verifyEvidence';

const BATCH = 50;

/** What judging everything anew needs. */
export interface RejudgeOptions {
  store: ChartWrites;
  verifier: Verifier;
  /** The judge in force, asked anew for each chart: trust material is renewed while the process runs. */
  judge: () => ChartJudge;
  /** Told of a chart that could not be judged; it stays doubtful until the next time. */
  onFailed?: (chart: ChartRecord, error: unknown) => void;
  /** Stops between two charts; what is left is done the next time. */
  signal?: AbortSignal;
}

/**
 * Judges every chart whose verdicts were decided with another policy, distrust list, trust material, verifier or owner, from
 * what is stored: makes no request to any registry. Stopped or killed, it goes on where it was the next time. A chart that cannot be
 * judged, because what is stored of it is damaged, keeps no other from it. Answers how many charts were judged.
 */
export async function rejudgeAll(options: RejudgeOptions): Promise<number> {
  const { store, judge, signal, onFailed } = options;
  let judged = 0;
  let after: string | undefined;
  for (;;) {
    const { inputsHash } = judge();
    const batch = await store.chartsToRejudge(inputsHash, BATCH, after);
    for (const chart of batch) {
      if (signal?.aborted) {
        return judged;
      }
      try {
        await rejudgeChart(chart, options);
        judged += 1;
      } catch (error) {
        onFailed?.(chart, error);
      }
    }
    if (batch.length < BATCH) {
      return judged;
    }
    after = batch[batch.length - 1].chartId;
  }
}

async function rejudgeChart(
  { chartId }: ChartRecord,
  { store, verifier, judge, signal }: RejudgeOptions,
): Promise<void> {
  let done = false;
  while (!done && !signal?.aborted) {
    // One and the same for reading, judging and writing, whatever is renewed meanwhile.
    const inForce = judge();
    const stored = await store.evidenceToReverify(
      chartId,
      inForce.materialHash,
    );
    const verified = await verifyEvidence(stored, verifier);
    assertUsed(verified, inForce, judge());
    const keys = new Set(verified.map(keyOf));
    const awaitingBytes = stored.filter(item => !keys.has(keyOf(item)));
    const reverified = { verified, awaitingBytes };
    ({ done } = await store.rejudge(chartId, reverified, inForce));
  }
}

/** Outcomes under other material than the judge goes by would be asked for for ever, unless it was renewed meanwhile. */
function assertUsed(
  verified: readonly VerifiedEvidence[],
  inForce: ChartJudge,
  now: ChartJudge,
): void {
  const others = verified.some(
    ({ materialHash }) => materialHash !== inForce.materialHash,
  );
  if (others && now.materialHash === inForce.materialHash) {
    throw new Error(
      'The verifier works with other trust material than is in force',
    );
  }
}

function keyOf(item: { subject: string; digest: string }): string {
  return `${item.subject} ${item.digest}`;
}
