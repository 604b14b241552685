import {
  ConsumerList,
  ConsumesList,
  DistrustReport,
  DoctorReport,
  EntityOverview,
  EntityProvenance,
  IndexStatus,
  InventoryPage,
  MappingAnswer,
  MappingRequest,
  MigrationPlan,
  MigrationState,
  RefreshAnswer,
  SbomPage,
  SbomQuery,
  SignOffRequest,
  TagHistory,
  VersionDetail,
  VersionPage,
  VersionQuery,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey, ChartProvenanceApi, UnclaimedQuery } from '../api';
import { orThrow } from './answers';
import {
  entityProvenance,
  rejectedRow,
  unsignedRow,
  versionRow,
} from './builders';
import { consumerList } from './consumerBuilders';
import { versionDetail } from './detailBuilders';
import { inventoryPage } from './inventoryBuilders';
import { migrationState } from './migrationBuilders';
import { consumesList, entityOverview } from './overviewBuilders';
import { distrustReport } from './distrustBuilders';
import { sbomPage } from './sbomBuilders';
import { FakeAdopt } from './FakeAdopt';
import { doctorReport, indexStatus } from './statusBuilders';

/** A backend in memory: answers from its fields, each of which may be an error instead, and remembers what it was asked. */
export class FakeChartProvenance
  extends FakeAdopt
  implements ChartProvenanceApi
{
  entity: EntityProvenance | Error = entityProvenance();
  rows: VersionRow[] = [versionRow(), rejectedRow, unsignedRow];
  /** Thrown once, by the page that starts at this row. */
  failAt?: { offset: number; error: Error };
  detail: (digest: string) => VersionDetail | Error = digest =>
    versionDetail(this.rows.find(row => row.digest === digest));
  evidence: Blob | Error = new Blob(['{}']);
  sbom: (query: SbomQuery, digest: string) => SbomPage | Error = query =>
    sbomPage(query);
  distrust: DistrustReport | Error = distrustReport();
  refreshAnswer: RefreshAnswer | Error = { dueAt: new Date().toISOString() };
  status: IndexStatus | Error = indexStatus();
  report: DoctorReport | Error = doctorReport();
  overview: EntityOverview | Error = entityOverview();
  consumers: ConsumerList | Error = consumerList();
  consumes: ConsumesList | Error = consumesList();
  migration: MigrationState | Error = migrationState();
  markdown: string | Error = '# payments';
  /** What a sign-off or a plan answers; the migration itself without. */
  written?: MigrationState | Error;
  inventory: (query: UnclaimedQuery) => InventoryPage | Error = () =>
    inventoryPage();
  mapped?: Error;

  async getEntity(entityRef: string): Promise<EntityProvenance> {
    this.asked.push(`entity ${entityRef}`);
    return orThrow(this.entity);
  }

  async listVersions(
    chart: ChartKey,
    query: VersionQuery = {},
  ): Promise<VersionPage> {
    const offset = Number(query.cursor ?? 0);
    this.asked.push(`versions ${chart.chartId} ${offset}`);
    if (this.failAt?.offset === offset) {
      const { error } = this.failAt;
      this.failAt = undefined;
      throw error;
    }
    const end = offset + (query.limit ?? 50);
    return {
      items: this.rows.slice(offset, end),
      nextCursor: end < this.rows.length ? String(end) : null,
      total: this.rows.length,
      counts: { verified: 0, rejected: 0, unsigned: 0, indeterminate: 0 },
    };
  }

  async getVersion(chart: ChartKey, digest: string): Promise<VersionDetail> {
    this.asked.push(`version ${chart.chartId} ${digest}`);
    return orThrow(this.detail(digest));
  }

  async getSbom(
    _chart: ChartKey,
    digest: string,
    query: SbomQuery = {},
  ): Promise<SbomPage> {
    const { limit: _limit, ...wanted } = query;
    this.asked.push(`sbom ${JSON.stringify(wanted)}`);
    return orThrow(this.sbom(query, digest));
  }

  async getDistrust(): Promise<DistrustReport> {
    this.asked.push('distrust');
    return orThrow(this.distrust);
  }

  async getTagHistory(_chart: ChartKey, tag: string): Promise<TagHistory> {
    return { tag, observations: [] };
  }

  async downloadEvidence(
    _chart: ChartKey,
    _digest: string,
    evidence: string,
  ): Promise<Blob> {
    this.asked.push(`evidence ${evidence}`);
    return orThrow(this.evidence);
  }

  async getStatus(): Promise<IndexStatus> {
    this.asked.push('status');
    return orThrow(this.status);
  }

  async runDoctor(): Promise<DoctorReport> {
    this.asked.push('doctor');
    return orThrow(this.report);
  }

  async refresh(chart: ChartKey): Promise<RefreshAnswer> {
    this.asked.push(`refresh ${chart.chartId}`);
    return orThrow(this.refreshAnswer);
  }

  async getOverview(entityRef: string): Promise<EntityOverview> {
    this.asked.push(`overview ${entityRef}`);
    return orThrow(this.overview);
  }

  async listConsumers(chart: ChartKey): Promise<ConsumerList> {
    this.asked.push(`consumers ${chart.chartId}`);
    return orThrow(this.consumers);
  }

  async getConsumes(entityRef: string): Promise<ConsumesList> {
    this.asked.push(`consumes ${entityRef}`);
    return orThrow(this.consumes);
  }

  async getMigration(chart: ChartKey): Promise<MigrationState> {
    this.asked.push(`migration ${chart.chartId}`);
    return orThrow(this.migration);
  }

  async getMigrationMarkdown(chart: ChartKey): Promise<string> {
    this.asked.push(`markdown ${chart.chartId}`);
    if (typeof this.markdown === 'string') {
      return this.markdown;
    }
    throw this.markdown;
  }

  async signOff(
    _chart: ChartKey,
    checkId: string,
    request: SignOffRequest,
  ): Promise<MigrationState> {
    this.asked.push(`sign off ${checkId}`);
    this.sent.push(request);
    return orThrow(this.written ?? this.migration);
  }

  async setPlan(
    _chart: ChartKey,
    plan: MigrationPlan,
  ): Promise<MigrationState> {
    this.asked.push('plan');
    this.sent.push(plan);
    return orThrow(this.written ?? this.migration);
  }

  async listUnclaimed(query: UnclaimedQuery = {}): Promise<InventoryPage> {
    this.asked.push(`unclaimed ${query.filter ?? ''} ${query.cursor ?? ''}`);
    return orThrow(this.inventory(query));
  }

  async acceptMappings(request: MappingRequest): Promise<MappingAnswer> {
    this.asked.push('mappings');
    this.sent.push(request);
    if (this.mapped) {
      throw this.mapped;
    }
    return {
      accepted: request.mappings,
      dueAt: new Date(Date.now() + 60_000).toISOString(),
    };
  }
}
