import { KnownChart } from '../walk/types';
import {
  ChartJudge,
  ChartRecord,
  Reverified,
  StoredEvidence,
  WalkOutcome,
  WalkRecord,
} from './types';

/** The write side of the index: what the indexer calls. */
export interface ChartWrites {
  /** What is known of a repository, so that the walk fetches nothing immutable twice. */
  known(chartId: string): Promise<KnownChart>;

  /**
   * Writes a walk, its verdicts and the release of its lease in one transaction. Evidence that a successful listing no
   * longer shows becomes absent; a failed read deletes nothing. A walk that saw nothing new only moves clocks.
   *
   * @throws StoreError `lease-lost`, having written nothing, when another process took the row over.
   */
  recordWalk(record: WalkRecord): Promise<WalkOutcome>;

  /** Charts whose verdicts were decided with other inputs than `inputsHash`, by id, at most `limit`; those behind `after` where told. */
  chartsToRejudge(
    inputsHash: string,
    limit: number,
    after?: string,
  ): Promise<ChartRecord[]>;

  /** Evidence of a chart with outcomes of another `materialHash`: at most 50 at a time, because of their bytes. */
  evidenceToReverify(
    chartId: string,
    materialHash: string,
  ): Promise<StoredEvidence[]>;

  /**
   * Writes the new outcomes, and judges the chart again from what is stored unless there is more evidence to verify: then `done`
   * is false. Makes no request; a chart with evidence whose bytes are not kept becomes due.
   */
  rejudge(
    chartId: string,
    reverified: Reverified,
    judge: ChartJudge,
  ): Promise<{ judged: number; done: boolean }>;
}
