import { isError } from '@backstage/errors';
import {
  DoctorReport,
  EntityProvenance,
  IndexStatus,
  RefreshAnswer,
  TagHistory,
  VersionDetail,
  VersionPage,
  VersionQuery,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey, ChartProvenanceApi } from '../api';
import {
  entityProvenance,
  rejectedRow,
  unsignedRow,
  versionRow,
} from './builders';
import { versionDetail } from './detailBuilders';
import { doctorReport, indexStatus } from './statusBuilders';

/** An answer of the backend that is not a success, as the real client throws it. */
export function answer(statusCode: number): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
  });
}

/** A backend in memory: answers from its fields, each of which may be an error instead, and remembers what it was asked. */
export class FakeChartProvenance implements ChartProvenanceApi {
  entity: EntityProvenance | Error = entityProvenance();
  rows: VersionRow[] = [versionRow(), rejectedRow, unsignedRow];
  /** Thrown once, by the page that starts at this row. */
  failAt?: { offset: number; error: Error };
  detail: (digest: string) => VersionDetail | Error = digest =>
    versionDetail(this.rows.find(row => row.digest === digest));
  evidence: Blob | Error = new Blob(['{}']);
  refreshAnswer: RefreshAnswer | Error = { dueAt: new Date().toISOString() };
  status: IndexStatus | Error = indexStatus();
  report: DoctorReport | Error = doctorReport();
  readonly asked: string[] = [];

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
}

// Told by its shape: an error made by the browser's side of the test is of another class.
function orThrow<T extends object>(outcome: T | Error): T {
  if (isOutcome(outcome)) {
    return outcome;
  }
  throw outcome;
}

function isOutcome<T extends object>(outcome: T | Error): outcome is T {
  return !isError(outcome);
}
