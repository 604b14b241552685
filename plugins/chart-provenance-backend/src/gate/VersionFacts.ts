import {
  applyFreshness,
  predicateTypeMatches,
  reasonOf,
  StaleRoot,
  TrustPolicy,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';
import {
  ChartJudge,
  GateStore,
  GateSubject,
  policiesOf,
  strictestStaleness,
} from '../store';
import { BoundedMap } from './BoundedMap';

/** Verdicts under more policies than the chart's own that are remembered. */
const MAX_REMEMBERED = 2_000;

/** What {@link VersionFacts} goes by. */
export interface VersionFactsOptions {
  store: Pick<GateStore, 'judgeable'>;
  policies: readonly TrustPolicy[];
  /** The judge in force. */
  judge: () => ChartJudge;
  /** Trust roots that have not been refreshed in time, as of now. */
  rootsStale: () => readonly StaleRoot[];
  now: () => Date;
}

/** A verdict, and what its signer attests. */
interface Judgement {
  verdict: Verdict;
  /** Predicate types. */
  attested: readonly string[];
}

type Version = NonNullable<GateSubject['version']>;

/**
 * The verdict on a version as of now, under the chart's own policies and those that the environment or the caller add.
 *
 * A verdict that was judged here is remembered by the key of the stored one beside it, which is a hash of everything both were judged from:
 * owner, source, evidence, tags, policies, distrust, trust material. So nothing that is remembered can outlive what it stands on. What the
 * clock changes (freshness, stale roots, the end of a key) is applied at every question.
 */
export class VersionFacts {
  readonly #options: VersionFactsOptions;
  readonly #staleness: ReturnType<typeof strictestStaleness>;
  readonly #judged = new BoundedMap<Judgement>(MAX_REMEMBERED);

  constructor(options: VersionFactsOptions) {
    this.#options = options;
    this.#staleness = strictestStaleness(options.policies);
  }

  /** Every policy that applies, each once, in the order of their names. */
  policiesFor({ chart }: GateSubject, added: readonly string[]): string[] {
    return [...new Set([...policiesOf(chart), ...added])].sort();
  }

  /**
   * @param added - names of configured policies besides the chart's own
   * @param attestations - predicate types that are asked for
   * @returns the verdict, and those of the attestations that its signer has not made
   */
  async of(
    subject: GateSubject & { version: Version },
    added: readonly string[],
    attestations: readonly string[],
  ): Promise<{ verdict: Verdict; missing: string[] }> {
    const own = policiesOf(subject.chart);
    const more = [...new Set(added)].filter(name => !own.includes(name));
    const needsJudging = more.length > 0 || attestations.length > 0;
    const judgement =
      needsJudging && this.#isDecided(subject)
        ? await this.#judge(subject, more.sort())
        : undefined;
    const verdict = judgement?.verdict ?? subject.version.verdict;
    return {
      verdict: this.#asOfNow(verdict, subject, [...own, ...more]),
      missing: missingOf(judgement, attestations),
    };
  }

  /** By the rules in force: what is stored was not decided by others, which are about to be replaced. */
  #isDecided({ judgedWith, version }: GateSubject): boolean {
    return (
      judgedWith === this.#options.judge().inputsHash &&
      version !== null &&
      version.verdictKey !== null
    );
  }

  async #judge(
    subject: GateSubject & { version: Version },
    more: readonly string[],
  ): Promise<Judgement> {
    const { chart, version } = subject;
    const judge = this.#options.judge();
    const key = JSON.stringify([
      chart.chartId,
      version.digest,
      version.verdictKey,
      judge.inputsHash,
      more,
    ]);
    const known = this.#judged.get(key);
    if (known) {
      return known;
    }
    const found = await this.#options.store.judgeable(
      chart.chartId,
      version.digest,
    );
    // Between the two reads a walk may have written: then what was read belongs to a verdict that this question has not seen.
    if (!found || found.verdictKey !== version.verdictKey) {
      return { verdict: undecided(version.verdict.decidedAt), attested: [] };
    }
    const judged = judge.judge(
      { ...chart, policies: [...chart.policies, ...more] },
      { ...found.version, previousKey: null },
    );
    const judgement = judged
      ? {
          verdict: judged.verdict,
          attested: judged.vouched.flatMap(
            ({ predicateType }) => predicateType ?? [],
          ),
        }
      : { verdict: undecided(version.verdict.decidedAt), attested: [] };
    this.#judged.set(key, judgement);
    return judgement;
  }

  #asOfNow(
    verdict: Verdict,
    { judgedWith, lastSuccessAt, problem }: GateSubject,
    policies: readonly string[],
  ): Verdict {
    const { judge, rootsStale, now } = this.#options;
    return applyFreshness(verdict, {
      judgedOtherwise: judgedWith !== judge().inputsHash,
      lastSuccessAt,
      maxStalenessMs: this.#staleness(policies),
      now: now().toISOString(),
      problem,
      rootsStale: rootsStale(),
    });
  }
}

/** Of a version that is not verified nothing is attested, and that is said by its verdict already. */
function missingOf(
  judgement: Judgement | undefined,
  attestations: readonly string[],
): string[] {
  return judgement?.verdict.status === 'verified'
    ? attestations.filter(
        type =>
          !judgement.attested.some(one => predicateTypeMatches(type, one)),
      )
    : [];
}

function undecided(decidedAt: string): Verdict {
  const reasons = [
    reasonOf(
      'not-yet-judged',
      'It is being judged anew at this moment; ask again.',
    ),
  ];
  return {
    status: 'indeterminate',
    reasons,
    requirements: [
      {
        id: 'freshness',
        title: 'Judged by what is stored now',
        result: 'undecided',
        metBy: [],
        reasons,
      },
    ],
    policies: [],
    decidedAt,
  };
}
