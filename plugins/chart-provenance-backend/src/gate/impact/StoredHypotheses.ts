import {
  applyFreshness,
  StaleRoot,
  TrustPolicy,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';
import {
  ChartJudge,
  ChartRecord,
  GateStore,
  strictestStaleness,
} from '../../store';
import { HypotheticalVerdicts } from './HypotheticalVerdicts';

/** What {@link StoredHypotheses} goes by. */
export interface StoredHypothesesOptions {
  store: Pick<GateStore, 'judgeable' | 'subject'>;
  /** A judge by these policies, and by the distrust list and the trust material in force. */
  judgeBy: (policies: readonly TrustPolicy[]) => ChartJudge;
  rootsStale: () => readonly StaleRoot[];
  now: () => Date;
}

/** Judges what is stored by other rules, and forgets it. */
export class StoredHypotheses implements HypotheticalVerdicts {
  readonly #options: StoredHypothesesOptions;

  constructor(options: StoredHypothesesOptions) {
    this.#options = options;
  }

  async under(
    chart: ChartRecord,
    digests: readonly string[],
    policies: readonly TrustPolicy[],
  ): Promise<Map<string, Verdict>> {
    const { store, judgeBy, rootsStale, now } = this.#options;
    const subject = await store.subject(chart.chartId, null);
    const verdicts = new Map<string, Verdict>();
    const judge = judgeBy(policies);
    const maxStalenessMs = strictestStaleness(policies)([
      ...chart.policies,
      ...chart.requestedPolicies,
    ]);
    for (const digest of digests) {
      const found = await store.judgeable(chart.chartId, digest);
      const judged =
        found && judge.judge(chart, { ...found.version, previousKey: null });
      if (subject && judged) {
        verdicts.set(
          digest,
          applyFreshness(judged.verdict, {
            // Judged here and now, by the rules that are asked about.
            judgedOtherwise: false,
            lastSuccessAt: subject.lastSuccessAt,
            maxStalenessMs,
            now: now().toISOString(),
            problem: subject.problem,
            rootsStale: rootsStale(),
          }),
        );
      }
    }
    return verdicts;
  }
}
