import { NotFoundError } from '@backstage/errors';
import {
  GateEnvironmentStatus,
  GateLogPage,
  GateLogQuery,
  GateLogRow,
} from 'backstage-plugin-chart-provenance-common';
import { DecisionRecord, GateStore } from '../../store';
import { GateCaller } from '../GateService';
import { GateSight } from './GateSight';

const MAX_EXPORTED = 100_000;
const EXPORT_PAGE = 1_000;

/** What {@link GateLog} reads. */
export interface GateLogOptions {
  store: Pick<GateStore, 'decision' | 'decisions'>;
  sight: Pick<GateSight, 'scope' | 'isOperator' | 'mayReadEntity'>;
  /** Of the operator, as pages show them. */
  environments: () => GateEnvironmentStatus[];
}

/**
 * What was decided. Operators see everything, and who asked; everybody else the decisions about charts whose entity they may read now, and those
 * that they asked for themselves by their id.
 */
export class GateLog {
  readonly #options: GateLogOptions;

  constructor(options: GateLogOptions) {
    this.#options = options;
  }

  async page(query: GateLogQuery, caller: GateCaller): Promise<GateLogPage> {
    const { store, sight, environments } = this.#options;
    const scope = await sight.scope(caller);
    const { records, nextCursor } = await store.decisions(query, scope);
    return {
      items: records.map(record => rowOf(record, scope === 'all')),
      nextCursor,
      environments: environments(),
    };
  }

  /** Page after page, so that however much there is, little is held. */
  async *all(
    query: GateLogQuery,
    caller: GateCaller,
  ): AsyncIterable<GateLogRow> {
    const { store, sight } = this.#options;
    const scope = await sight.scope(caller);
    let cursor: string | undefined;
    let left = MAX_EXPORTED;
    do {
      const limit = Math.min(EXPORT_PAGE, left);
      const which = { ...query, cursor, limit };
      const page = await store.decisions(which, scope);
      for (const record of page.records) {
        yield rowOf(record, scope === 'all');
      }
      left -= page.records.length;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && left > 0);
  }

  /** @throws NotFoundError for what is not there, and for what the caller may not see */
  async one(id: string, caller: GateCaller): Promise<GateLogRow> {
    const { store, sight } = this.#options;
    const record = await store.decision(id);
    const isOperator = await sight.isOperator(caller);
    if (!record || !(isOperator || (await this.#maySee(record, caller)))) {
      throw new NotFoundError('No such decision');
    }
    return rowOf(record, isOperator);
  }

  /** What names no chart tells whoever asked nothing that they were not told. */
  async #maySee(
    { decision, caller: by }: DecisionRecord,
    caller: GateCaller,
  ): Promise<boolean> {
    return decision.entityRef === null
      ? decision.chartId === null && by === caller.name
      : this.#options.sight.mayReadEntity(decision.entityRef, caller);
  }
}

function rowOf(
  { decision, caller, require }: DecisionRecord,
  isOperator: boolean,
): GateLogRow {
  return { ...decision, require, caller: isOperator ? caller : null };
}
