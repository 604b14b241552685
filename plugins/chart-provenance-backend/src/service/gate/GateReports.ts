import { InputError, NotFoundError } from '@backstage/errors';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { OfflineDecision } from 'backstage-plugin-chart-provenance-common/gate';
import { newDecisionId, timeOfUlid } from '../../gate';
import { ChartRecord, DecisionRecord, GateStore } from '../../store';
import { GateCaller } from '../GateService';
import { parseVersionReference } from '../request/parseReference';
import { GateSight } from './GateSight';

/** Clocks differ. */
const SLACK_MS = 5 * 60_000;

/** What {@link GateReports} works with. */
export interface GateReportsOptions {
  store: Pick<GateStore, 'addAll' | 'decision' | 'subject'>;
  sight: Pick<GateSight, 'mayRead'>;
  /** Of what a rule of the operator lets be read. */
  chartIdOf: (reference: {
    registry: string;
    repository: string;
  }) => string | undefined;
  /** Page that explains a decision. */
  pageOf: (id: string) => string;
  now: () => Date;
}

/**
 * Writes down what pipelines say that they decided while this backend was away. It is their word: it is kept as theirs, marked as such, and
 * nothing goes by it. What it says of chart, owner and pages is replaced by what is known here.
 */
export class GateReports {
  readonly #options: GateReportsOptions;

  constructor(options: GateReportsOptions) {
    this.#options = options;
  }

  /** All or, where one is refused, none of them. @throws InputError, NotFoundError for a chart that the reporter may not see */
  async take(
    decisions: readonly OfflineDecision[],
    caller: GateCaller,
  ): Promise<{ accepted: number; known: number }> {
    const records: DecisionRecord[] = [];
    for (const [index, reported] of decisions.entries()) {
      records.push(await this.#read(reported, index, caller));
    }
    const fresh: DecisionRecord[] = [];
    for (const record of records) {
      const there = await this.#options.store.decision(record.decision.id);
      if (!there) {
        fresh.push(record);
      } else if (!isSame(there, record)) {
        fresh.push(this.#renamed(record));
      }
    }
    await this.#options.store.addAll(fresh);
    return {
      accepted: fresh.length,
      known: records.length - fresh.length,
    };
  }

  async #read(
    { decision, require }: OfflineDecision,
    index: number,
    caller: GateCaller,
  ): Promise<DecisionRecord> {
    const { now, pageOf } = this.#options;
    const at = now();
    assertTimes(decision, index, at);
    const chart = await this.#chartOf(decision, index, caller);
    return {
      caller: caller.name,
      require,
      decision: {
        ...decision,
        chartId: chart.chartId,
        resolved:
          decision.digest &&
          `oci://${chart.registry}/${chart.repository}@${decision.digest}`,
        entityRef: chart.owner,
        dryRun: decision.dryRun || caller.isUser,
        reasons: decision.reasons.map(reason => ({
          ...reason,
          who: {
            kind: reason.who.kind,
            entityRef: reason.who.kind === 'owner' ? chart.owner : null,
          },
        })),
        url: pageOf(decision.id),
        offline: decision.offline && {
          ...decision.offline,
          reportedAt: at.toISOString(),
        },
      },
    };
  }

  async #chartOf(
    { reference, digest }: GateDecision,
    index: number,
    caller: GateCaller,
  ): Promise<ChartRecord> {
    const { store, sight, chartIdOf } = this.#options;
    const asked = parseVersionReference(reference);
    if (asked.digest && digest && asked.digest !== digest) {
      throw new InputError(
        `decisions.${index}.digest: is another than the reference names`,
      );
    }
    const chartId = chartIdOf(asked);
    const subject = chartId ? await store.subject(chartId, null) : undefined;
    const place = `${asked.registry}/${asked.repository}`;
    const mayRead = await sight.mayRead(subject?.chart, place, caller);
    if (!subject || !mayRead) {
      throw new NotFoundError(
        `decisions.${index}: There is no such chart in the index, or you may not see it`,
      );
    }
    return subject.chart;
  }

  #renamed({ decision, ...rest }: DecisionRecord): DecisionRecord {
    const id = newDecisionId(new Date(decision.decidedAt));
    const url = this.#options.pageOf(id);
    return { ...rest, decision: { ...decision, id, url } };
  }
}

/** Ids sort by time: with one of its own choice a report could stay at the top of the log for ever. */
function assertTimes(
  { id, decidedAt }: GateDecision,
  index: number,
  now: Date,
): void {
  const at = Date.parse(decidedAt);
  if (at > now.getTime() + SLACK_MS) {
    throw new InputError(`decisions.${index}.decidedAt: lies in the future`);
  }
  const idAt = timeOfUlid(id);
  if (idAt === undefined || !(Math.abs(idAt - at) <= SLACK_MS)) {
    throw new InputError(
      `decisions.${index}.id: must be a ULID of the time at which it was decided`,
    );
  }
}

/** Told before, by the same reporter. */
function isSame(there: DecisionRecord, told: DecisionRecord): boolean {
  return (
    there.caller === told.caller &&
    there.decision.offline !== null &&
    there.decision.decidedAt === told.decision.decidedAt &&
    there.decision.reference === told.decision.reference
  );
}
