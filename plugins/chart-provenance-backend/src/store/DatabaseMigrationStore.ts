import {
  MigrationFacts,
  MigrationPhase,
  MigrationPlan,
  RecordedPlan,
  RecordedSignOff,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import { legacyId } from './legacyId';
import { LegacyPlace, MigrationStore, Writer } from './MigrationStore';
import { getPlan } from './operations/migration/getPlan';
import { insertPhase } from './operations/migration/insertPhase';
import { insertPlan } from './operations/migration/insertPlan';
import { insertSignOff } from './operations/migration/insertSignOff';
import { lastLegacyUse, LegacyUse } from './operations/migration/lastLegacyUse';
import { listPhases } from './operations/migration/listPhases';
import { listSignOffs } from './operations/migration/listSignOffs';
import { readPublished } from './reads/migration/readPublished';
import { StoreContext } from './reads/StoreContext';
import { fromJson, SignOffRow, toJson, toText } from './rows';

/** What people say about a migration, in the plugin's database. There is nothing here that changes or deletes what was said. */
export class DatabaseMigrationStore implements MigrationStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async addSignOff(
    scope: { chartId: string } | { registry: string },
    checkId: string,
    { result, note, expiresOn }: SignOffRequest,
    { by, at }: Writer,
  ): Promise<void> {
    await insertSignOff(this.#context.database, {
      chart_id: 'chartId' in scope ? scope.chartId : null,
      registry: 'registry' in scope ? scope.registry : null,
      check_id: checkId,
      result,
      note: toText(note),
      expires_on: expiresOn,
      by,
      at,
    });
  }

  async addPlan(
    chartId: string,
    plan: MigrationPlan,
    { by, at }: Writer,
  ): Promise<void> {
    await insertPlan(this.#context.database, {
      chart_id: chartId,
      plan: toJson(plan),
      by,
      at,
    });
  }

  async signOffs(
    chartId: string,
    registry: string,
  ): Promise<RecordedSignOff[]> {
    const { database } = this.#context;
    return (await listSignOffs(database, chartId, registry)).map(signOffOf);
  }

  async plan(chartId: string): Promise<RecordedPlan | null> {
    const row = await getPlan(this.#context.database, chartId);
    return row
      ? { ...fromJson<MigrationPlan>(row.plan), by: row.by, at: row.at }
      : null;
  }

  async recordPhase(
    chartId: string,
    legacy: LegacyPlace | null,
    phase: MigrationPhase,
    at: string,
  ): Promise<void> {
    await insertPhase(this.#context.database, {
      chart_id: chartId,
      legacy_id: idOf(legacy),
      phase,
      reached_at: at,
    });
  }

  async reached(
    chartId: string,
    legacy: LegacyPlace | null,
  ): Promise<Partial<Record<MigrationPhase, string>>> {
    const rows = await listPhases(this.#context.database, chartId);
    const reached: Partial<Record<MigrationPhase, string>> = {};
    for (const { phase, reached_at: at, legacy_id: of } of rows) {
      const counts = legacy === null || of === idOf(legacy);
      if (counts && at < (reached[phase] ?? '\uffff')) {
        reached[phase] = at;
      }
    }
    return reached;
  }

  async published(
    chartId: string,
  ): Promise<
    Pick<MigrationFacts, 'index' | 'versions' | 'versionsComplete'> | undefined
  > {
    return readPublished(this.#context, chartId);
  }

  async lastLegacyConsumerAt(chartId: string): Promise<string | null> {
    return (await this.legacyUse(chartId)).lastSeenAt;
  }

  async legacyUse(chartId: string): Promise<LegacyUse> {
    return lastLegacyUse(this.#context.database, chartId);
  }
}

function idOf(legacy: LegacyPlace | null): string {
  return legacy === null ? '' : legacyId(legacy.repositoryUrl, legacy.name);
}

function signOffOf(row: SignOffRow): RecordedSignOff {
  return {
    scope: row.chart_id === null ? 'registry' : 'chart',
    checkId: row.check_id,
    result: row.result,
    note: row.note,
    expiresOn: row.expires_on,
    by: row.by,
    at: row.at,
  };
}
