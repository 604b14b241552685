import {
  ChartSummary,
  Evidence,
  EntityProvenance,
  TagHistory,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import { KnownChart } from '../walk/types';
import { chartRecordOf } from './chartRecordOf';
import { ChartStore } from './ChartStore';
import { bytesAsRead } from '../walk';
import { decompress } from './compress';
import { DatabaseChartStoreOptions } from './DatabaseChartStoreOptions';
import { DatabaseConsumerStore } from './DatabaseConsumerStore';
import { DatabaseDiscoveryStore } from './DatabaseDiscoveryStore';
import { DatabaseDistrustStore } from './DatabaseDistrustStore';
import { DatabaseGateStore } from './DatabaseGateStore';
import { DatabaseImageStore } from './DatabaseImageStore';
import { DatabaseInventoryStore } from './DatabaseInventoryStore';
import { DatabaseLegacyStore } from './DatabaseLegacyStore';
import { DatabaseMigrationStore } from './DatabaseMigrationStore';
import { DatabaseTrustStore } from './DatabaseTrustStore';
import { DatabaseSbomStore } from './DatabaseSbomStore';
import { DatabaseWorkQueue } from './DatabaseWorkQueue';
import { migrate } from './migrate';
import { getChart } from './operations/chart/getChart';
import { listClaimedCharts } from './operations/chart/listClaimedCharts';
import { listChartsToRejudge } from './operations/chart/listChartsToRejudge';
import { listReadRepositories } from './operations/chart/listReadRepositories';
import { getEvidenceBytes } from './operations/evidence/getEvidenceBytes';
import { readChartSummary } from './reads/readChartSummary';
import { readEntityProvenance } from './reads/readEntityProvenance';
import { readStatus } from './reads/readStatus';
import { readTagHistories } from './reads/readTagHistories';
import { readTellingTags } from './reads/readTellingTags';
import { readVersionDetail } from './reads/readVersionDetail';
import { readVersionPage } from './reads/readVersionPage';
import { StoreContext } from './reads/StoreContext';
import { fromJson } from './rows';
import { storeContextOf } from './storeContextOf';
import {
  ChartJudge,
  ChartRecord,
  EvidenceContent,
  Reverified,
  StoredEvidence,
  StoredStatus,
  StoredVersionDetail,
  WalkOutcome,
  WalkRecord,
} from './types';
import { readKnownChart } from './writes/readKnownChart';
import { recordWalk } from './writes/recordWalk';
import { readEvidenceToReverify, rejudge } from './writes/rejudge';

const DEFAULT_LEASE_MS = 5 * 60 * 1000;

/** The store in the plugin's database: SQLite or PostgreSQL. */
export class DatabaseChartStore implements ChartStore {
  readonly queue: DatabaseWorkQueue;
  readonly inventory: DatabaseInventoryStore;
  readonly consumers: DatabaseConsumerStore;
  readonly legacy: DatabaseLegacyStore;
  readonly discovery: DatabaseDiscoveryStore;
  readonly migration: DatabaseMigrationStore;
  readonly distrust: DatabaseDistrustStore;
  readonly sboms: DatabaseSbomStore;
  readonly trust: DatabaseTrustStore;
  readonly images: DatabaseImageStore;
  readonly gate: DatabaseGateStore;
  readonly #context: StoreContext;

  /**
   * Opens the store and brings its tables up to date.
   *
   * @throws StoreError `unsupported-database`, `unsafe-database-path`.
   */
  static async create(
    options: DatabaseChartStoreOptions,
  ): Promise<DatabaseChartStore> {
    const database = await options.database.getClient();
    await migrate(options.database, database);
    const context = storeContextOf(options, database);
    return new DatabaseChartStore(context, options.leaseMs ?? DEFAULT_LEASE_MS);
  }

  private constructor(context: StoreContext, leaseMs: number) {
    this.#context = context;
    this.queue = new DatabaseWorkQueue({ ...context, leaseMs });
    this.inventory = new DatabaseInventoryStore(context);
    this.consumers = new DatabaseConsumerStore(context);
    this.legacy = new DatabaseLegacyStore(context);
    this.discovery = new DatabaseDiscoveryStore(context);
    this.migration = new DatabaseMigrationStore(context);
    this.distrust = new DatabaseDistrustStore(context);
    this.sboms = new DatabaseSbomStore(context);
    this.trust = new DatabaseTrustStore(context);
    this.images = new DatabaseImageStore(context);
    this.gate = new DatabaseGateStore(context);
  }

  async entityProvenance(entityRef: string): Promise<EntityProvenance> {
    return readEntityProvenance(this.#context, entityRef);
  }

  async chart(chartId: string): Promise<ChartSummary | undefined> {
    const row = await getChart(this.#context.database, chartId);
    return row && readChartSummary(this.#context, row);
  }

  async claimedCharts(): Promise<ChartRecord[]> {
    const rows = await listClaimedCharts(this.#context.database);
    return rows.map(chartRecordOf);
  }

  async chartRecord(chartId: string): Promise<ChartRecord | undefined> {
    const row = await getChart(this.#context.database, chartId);
    return row && chartRecordOf(row);
  }

  async versions(
    chartId: string,
    query: VersionQuery,
  ): Promise<VersionPage | undefined> {
    const row = await getChart(this.#context.database, chartId);
    return row && readVersionPage(this.#context, row, query);
  }

  async versionDetail(
    chartId: string,
    digest: string,
  ): Promise<StoredVersionDetail | undefined> {
    const row = await getChart(this.#context.database, chartId);
    return row && readVersionDetail(this.#context, row, digest);
  }

  async tagHistory(
    chartId: string,
    tag: string,
  ): Promise<TagHistory | undefined> {
    const { database } = this.#context;
    const [history] = await readTagHistories(database, chartId, [tag]);
    return history;
  }

  async tellingTags(
    chartId: string,
    limit: number,
  ): Promise<{ tags: TagHistory[]; complete: boolean }> {
    return readTellingTags(this.#context.database, chartId, limit);
  }

  async evidenceBytes(
    chartId: string,
    subject: string,
    digest: string,
  ): Promise<EvidenceContent | undefined> {
    const key = { chart_id: chartId, subject, digest };
    const row = await getEvidenceBytes(this.#context.database, key);
    if (!row) {
      return undefined;
    }
    const evidence = fromJson<Evidence>(row.evidence);
    return {
      bytes: bytesAsRead(evidence.format, await decompress(row.content)),
      mediaType: evidence.mediaType,
      layerDigest: evidence.layer?.digest ?? null,
    };
  }

  async status(): Promise<StoredStatus> {
    return readStatus(this.#context);
  }

  async readRepositories(host: string): Promise<string[]> {
    return listReadRepositories(this.#context.database, host, 20);
  }

  async known(chartId: string): Promise<KnownChart> {
    return readKnownChart(this.#context.database, chartId);
  }

  async recordWalk(record: WalkRecord): Promise<WalkOutcome> {
    return recordWalk(this.#context, record);
  }

  async chartsToRejudge(
    inputsHash: string,
    limit: number,
    after?: string,
  ): Promise<ChartRecord[]> {
    const { database } = this.#context;
    const rows = await listChartsToRejudge(database, inputsHash, limit, after);
    return rows.map(chartRecordOf);
  }

  async evidenceToReverify(
    chartId: string,
    materialHash: string,
  ): Promise<StoredEvidence[]> {
    return readEvidenceToReverify(this.#context, chartId, materialHash);
  }

  async rejudge(
    chartId: string,
    reverified: Reverified,
    judge: ChartJudge,
  ): Promise<{ judged: number; done: boolean }> {
    return rejudge(this.#context, chartId, reverified, judge);
  }
}
