import {
  GateDecision,
  GateLogQuery,
  GateRequirements,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';
import { ChartRecord, JudgeableVersion, StoredReason } from './types';

/** A decision with who asked for it, and what they added. */
export interface DecisionRecord {
  decision: GateDecision;
  /** `user:default/dana`, or the subject of a service. */
  caller: string;
  require: GateRequirements | null;
}

/** Whose charts' decisions are meant: those of some owners, or all of them, the ones that concern no chart included. */
export type DecisionScope = 'all' | { entityRefs: readonly string[] };

/** One page of decisions, the newest first. */
export interface DecisionPage {
  records: DecisionRecord[];
  nextCursor: string | null;
}

/** What is stored of a chart and one of its versions, as the gate needs it. Nothing of it is judged for freshness. */
export interface GateSubject {
  chart: ChartRecord;
  /** `ChartJudge.inputsHash` that its verdicts were decided with; null: they have to be decided anew. */
  judgedWith: string | null;
  /** ISO; when it was last read to the end. */
  lastSuccessAt: string | null;
  /** What keeps it from being read. */
  problem: StoredReason | null;
  /** Null: no version with that digest was read so far, or none was asked for. */
  version: {
    digest: string;
    version: string;
    /** As stored. */
    verdict: Verdict;
    /** Hash of all the facts the verdict was decided on; null: it was not judged yet. */
    verdictKey: string | null;
    /** Did the tag that was asked about point at it when the chart was last read? Null: none was asked about. */
    underTag: boolean | null;
  } | null;
}

/**
 * What the gate decided, and the reads it decides by. Decisions are only ever added: nothing here changes or removes one.
 */
export interface GateStore {
  /**
   * Writes a decision down. Resolves once it is committed; a write that fails throws for exactly those whose decision was in it.
   *
   * @throws what the database says, or StoreError `overloaded`
   */
  add(record: DecisionRecord): Promise<void>;

  /** Writes several down, all or none, and never together with others': what somebody reports must not keep anybody's decision from being kept. */
  addAll(records: readonly DecisionRecord[]): Promise<void>;

  decision(id: string): Promise<DecisionRecord | undefined>;

  /**
   * Newest first, 50 to a page unless told, at most 1,000.
   *
   * @throws InputError for a cursor that this store did not write
   */
  decisions(query: GateLogQuery, scope: DecisionScope): Promise<DecisionPage>;

  /** Owners of the charts that are read. */
  owners(): Promise<string[]>;

  /** Undefined for a chart that is not in the inventory (any more). Read in one statement, and never from a cache. */
  subject(
    chartId: string,
    digest: string | null,
    tag?: string | null,
  ): Promise<GateSubject | undefined>;

  /** All that a verdict on the version depends on, with the key of the verdict stored beside. */
  judgeable(
    chartId: string,
    digest: string,
  ): Promise<
    { version: JudgeableVersion; verdictKey: string | null } | undefined
  >;
}
