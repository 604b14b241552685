import { InputError } from '@backstage/errors';
import { GateLogQuery } from 'backstage-plugin-chart-provenance-common';
import { chartRecordOf } from './chartRecordOf';
import { decisionRecordOf, decisionRowOf } from './decisionRows';
import {
  DecisionPage,
  DecisionRecord,
  DecisionScope,
  GateStore,
  GateSubject,
} from './GateStore';
import { GroupCommit } from './GroupCommit';
import { getDecision } from './operations/gate/getDecision';
import {
  getGateSubject,
  GateSubjectRow,
} from './operations/gate/getGateSubject';
import { insertDecisions } from './operations/gate/insertDecisions';
import { listDecisions } from './operations/gate/listDecisions';
import { listOwners } from './operations/gate/listOwners';
import { StoreContext } from './reads/StoreContext';
import { fromNullableJson, GateDecisionRow } from './rows';
import { storedVerdictOf } from './storedVerdictOf';
import { JudgeableVersion, StoredReason } from './types';
import { readJudgeable } from './writes/readJudgeable';

const CURSOR = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1_000;

/** What the gate decided, in the plugin's database. There is nothing here that changes or deletes what was decided. */
export class DatabaseGateStore implements GateStore {
  readonly #context: StoreContext;
  readonly #added: GroupCommit<GateDecisionRow>;

  constructor(context: StoreContext) {
    this.#context = context;
    this.#added = new GroupCommit({
      write: rows => insertDecisions(context.database, rows),
    });
  }

  async add(record: DecisionRecord): Promise<void> {
    await this.#added.add(decisionRowOf(record));
  }

  async addAll(records: readonly DecisionRecord[]): Promise<void> {
    if (records.length > 0) {
      await insertDecisions(this.#context.database, records.map(decisionRowOf));
    }
  }

  async decision(id: string): Promise<DecisionRecord | undefined> {
    const row = await getDecision(this.#context.database, id);
    return row && decisionRecordOf(row);
  }

  async decisions(
    { cursor, limit = DEFAULT_LIMIT, ...which }: GateLogQuery,
    scope: DecisionScope,
  ): Promise<DecisionPage> {
    if (scope !== 'all' && scope.entityRefs.length === 0) {
      return { records: [], nextCursor: null };
    }
    const count = Math.min(limit, MAX_LIMIT);
    const rows = await listDecisions(this.#context.database, {
      ...which,
      ...(cursor !== undefined && { before: idOf(cursor) }),
      ...(scope !== 'all' && { entityRefs: scope.entityRefs }),
      limit: count + 1,
    });
    const page = rows.slice(0, count);
    const last = page[page.length - 1];
    return {
      records: page.map(decisionRecordOf),
      nextCursor: rows.length > count ? cursorOf(last.id) : null,
    };
  }

  async owners(): Promise<string[]> {
    return listOwners(this.#context.database);
  }

  async subject(
    chartId: string,
    digest: string | null,
    tag: string | null = null,
  ): Promise<GateSubject | undefined> {
    const row = await getGateSubject(this.#context.database, {
      chartId,
      digest,
      tag,
    });
    return row && subjectOf(row, tag);
  }

  async judgeable(
    chartId: string,
    digest: string,
  ): Promise<
    { version: JudgeableVersion; verdictKey: string | null } | undefined
  > {
    const [judgeable] = await readJudgeable(this.#context.database, chartId, [
      digest,
    ]);
    return (
      judgeable && {
        version: judgeable.version,
        verdictKey: judgeable.previous?.verdict_key ?? null,
      }
    );
  }
}

function subjectOf(row: GateSubjectRow, tag: string | null): GateSubject {
  const { digest, version } = row;
  return {
    chart: chartRecordOf(row),
    judgedWith: row.judge_hash,
    lastSuccessAt: row.last_success_at,
    problem: fromNullableJson<StoredReason>(row.problem),
    version:
      digest === null || version === null
        ? null
        : {
            digest,
            version,
            verdict: storedVerdictOf(
              row.verdict,
              row.version_first_seen_at ?? row.first_seen_at,
            ),
            verdictKey: row.verdict_key,
            underTag: tag === null ? null : row.tag_digest === digest,
          },
  };
}

function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function idOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!CURSOR.test(id)) {
    throw new InputError('The cursor was not made by this list');
  }
  return id;
}
