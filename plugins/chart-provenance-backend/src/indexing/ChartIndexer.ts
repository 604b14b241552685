import { ReadOnlyTarget } from 'chart-provenance-oras';
import {
  chartIdOfKey,
  ChartJudge,
  ChartReads,
  ChartRecord,
  ChartWrites,
  gravestFailure,
  Lease,
  policiesOf,
  WalkOutcome,
  WorkQueue,
} from '../store';
import {
  DEFAULT_HOT_POLICY,
  DEFAULT_REFERRER_POLICY,
  walkRepository,
} from '../walk';
import { WalkProblem, WalkResult } from '../walk/types';
import { hostBackOff, reschedule, Schedule } from './backOff';
import { Verifier } from './Verifier';
import { verifyEvidence } from './verifyEvidence';
import { WorkHandler } from './WorkPump';

/** What indexing a chart needs. */
export interface ChartIndexerOptions {
  store: Pick<ChartReads, 'chartRecord'> & ChartWrites;
  queue: WorkQueue;
  /** Opens a repository for reading; throws for a host that is not configured. */
  openTarget: (host: string, repository: string) => ReadOnlyTarget;
  verifier: Verifier;
  /** The judge in force: trust material is renewed while the process runs. */
  judge: () => ChartJudge;
  schedule: Schedule;
  /** Milliseconds after which a look is too old under these policies. Never unless told. */
  staleAfterMs?: (policies: readonly string[]) => number;
  now: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
  /** Reads a repository; `walkRepository` unless told. */
  walk?: typeof walkRepository;
  /** Told about every walk that was written. */
  onIndexed?: (chart: ChartRecord, outcome: WalkOutcome) => void;
}

/** The registry did not answer, or asked to be left alone. */
const SILENT: ReadonlySet<string> = new Set([
  'registry-unreachable',
  'registry-limited',
]);

/**
 * Indexes one chart: walk, verify what is new, judge, write. Nothing is written before the one transaction at the end, so a
 * process that dies at any moment loses nothing but its walk.
 */
export class ChartIndexer implements WorkHandler {
  readonly #options: ChartIndexerOptions;

  constructor(options: ChartIndexerOptions) {
    this.#options = options;
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, verifier, judge } = this.#options;
    const chartId = chartIdOfKey(lease.key);
    const chart = await store.chartRecord(chartId);
    if (!chart) {
      throw new Error(`The chart of ${lease.key} is not known`);
    }
    const result = await this.#walk(chart, signal);
    const verified = await verifyEvidence(result.evidence, verifier);
    signal.throwIfAborted();
    const outcome = await store.recordWalk({
      chartId,
      result,
      verified,
      judge: judge(),
      lease,
      next: this.#next(lease, gravestFailure(result.problems)),
    });
    await this.#rememberHost(chart.registry, result);
    this.#options.onIndexed?.(chart, outcome);
  }

  async #walk(chart: ChartRecord, signal: AbortSignal): Promise<WalkResult> {
    const { store, openTarget, now, walk = walkRepository } = this.#options;
    const { verifier } = this.#options;
    const { staleAfterMs = () => Infinity } = this.#options;
    const known = await store.known(chart.chartId);
    const target = openTarget(chart.registry, chart.repository);
    // A walk answers for everything it left out: nothing may be left out for longer than the policies trust a look.
    const staleMs = staleAfterMs(policiesOf(chart));
    const { resolveAgainAfterMs } = DEFAULT_HOT_POLICY;
    const { readAgainAfterMs } = DEFAULT_REFERRER_POLICY;
    return walk(target, known, {
      now,
      signal,
      decode: (evidence, bytes) => verifier.decode(evidence, bytes),
      hot: { resolveAgainAfterMs: Math.min(resolveAgainAfterMs, staleMs) },
      referrers: { readAgainAfterMs: Math.min(readAgainAfterMs, staleMs) },
    });
  }

  #next(lease: Lease, problem: WalkProblem | undefined) {
    const { schedule, now, random = Math.random } = this.#options;
    return reschedule(lease, problem, schedule, now(), random());
  }

  /** A registry that does not answer, or asks us to wait, is left alone by all replicas; other registries go on. */
  async #rememberHost(host: string, result: WalkResult): Promise<void> {
    const { queue, schedule, now } = this.#options;
    const silent = result.problems.find(({ code }) => SILENT.has(code));
    if (silent) {
      const failures = await queue.hostFailures(host);
      const until = hostBackOff(silent, failures, schedule, now());
      await queue.backOff(host, until, silent.message);
    } else if (result.requests > 0) {
      await queue.hostAnswered(host);
    }
  }
}
