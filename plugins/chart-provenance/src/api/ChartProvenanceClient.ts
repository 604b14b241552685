import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
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
} from 'backstage-plugin-chart-provenance-common';
import {
  ChartKey,
  ChartProvenanceApi,
  RequestOptions,
  UnclaimedQuery,
} from './ChartProvenanceApi';

/**
 * Talks to the backend plugin over HTTP with the user's own credentials.
 *
 * @public
 */
export class ChartProvenanceClient implements ChartProvenanceApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  /** {@inheritdoc ChartProvenanceApi.getEntity} */
  async getEntity(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityProvenance> {
    const response = await this.request(entityPath(entityRef), options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.listVersions} */
  async listVersions(
    chart: ChartKey,
    query: VersionQuery = {},
    options?: RequestOptions,
  ): Promise<VersionPage> {
    const response = await this.request(
      `${chartPath(chart)}/versions${searchOf(query)}`,
      options,
    );
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getVersion} */
  async getVersion(
    chart: ChartKey,
    digest: string,
    options?: RequestOptions,
  ): Promise<VersionDetail> {
    const response = await this.request(versionPath(chart, digest), options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getSbom} */
  async getSbom(
    chart: ChartKey,
    digest: string,
    query: SbomQuery = {},
    options?: RequestOptions,
  ): Promise<SbomPage> {
    const path = `${versionPath(chart, digest)}/sbom${searchOf(query)}`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getTagHistory} */
  async getTagHistory(
    chart: ChartKey,
    tag: string,
    options?: RequestOptions,
  ): Promise<TagHistory> {
    const path = `${chartPath(chart)}/tags/${encodeURIComponent(tag)}/history`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.downloadEvidence} */
  async downloadEvidence(
    chart: ChartKey,
    digest: string,
    evidence: string,
    options?: RequestOptions,
  ): Promise<Blob> {
    const path = `${versionPath(chart, digest)}/evidence/${encodeURIComponent(
      evidence,
    )}`;
    const response = await this.request(path, options);
    return response.blob();
  }

  /** {@inheritdoc ChartProvenanceApi.refresh} */
  async refresh(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<RefreshAnswer> {
    const response = await this.request(`${chartPath(chart)}/refresh`, {
      ...options,
      method: 'POST',
    });
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getStatus} */
  async getStatus(options?: RequestOptions): Promise<IndexStatus> {
    const response = await this.request('/status', options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.runDoctor} */
  async runDoctor(options?: RequestOptions): Promise<DoctorReport> {
    const response = await this.request('/status/doctor', {
      ...options,
      method: 'POST',
    });
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getDistrust} */
  async getDistrust(options?: RequestOptions): Promise<DistrustReport> {
    const response = await this.request('/distrust', options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getOverview} */
  async getOverview(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityOverview> {
    const path = `${entityPath(entityRef)}/overview`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.listConsumers} */
  async listConsumers(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<ConsumerList> {
    const path = `${chartPath(chart)}/consumers`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getConsumes} */
  async getConsumes(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ConsumesList> {
    const path = `${entityPath(entityRef)}/consumes`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getMigration} */
  async getMigration(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<MigrationState> {
    const path = `${chartPath(chart)}/migration`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.getMigrationMarkdown} */
  async getMigrationMarkdown(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<string> {
    const path = `${chartPath(chart)}/migration.md`;
    const response = await this.request(path, options);
    return response.text();
  }

  /** {@inheritdoc ChartProvenanceApi.signOff} */
  async signOff(
    chart: ChartKey,
    checkId: string,
    request: SignOffRequest,
    options?: RequestOptions,
  ): Promise<MigrationState> {
    const check = encodeURIComponent(checkId);
    const path = `${chartPath(chart)}/migration/checks/${check}`;
    const response = await this.send('PUT', path, request, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.setPlan} */
  async setPlan(
    chart: ChartKey,
    plan: MigrationPlan,
    options?: RequestOptions,
  ): Promise<MigrationState> {
    const path = `${chartPath(chart)}/migration/plan`;
    const response = await this.send('PUT', path, plan, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.listUnclaimed} */
  async listUnclaimed(
    query: UnclaimedQuery = {},
    options?: RequestOptions,
  ): Promise<InventoryPage> {
    const path = `/inventory${searchOf({ state: 'unclaimed', ...query })}`;
    const response = await this.request(path, options);
    return response.json();
  }

  /** {@inheritdoc ChartProvenanceApi.acceptMappings} */
  async acceptMappings(
    request: MappingRequest,
    options?: RequestOptions,
  ): Promise<MappingAnswer> {
    const path = '/inventory/mappings';
    const response = await this.send('POST', path, request, options);
    return response.json();
  }

  private async send(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    options?: RequestOptions,
  ): Promise<Response> {
    return this.request(path, {
      ...options,
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private async request(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.discoveryApi.getBaseUrl('chart-provenance');
    const response = await this.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** The query string with its question mark; empty without a value. */
function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(name, String(value));
    }
  }
  return search.size > 0 ? `?${search}` : '';
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

function chartPath({ entityRef, chartId }: ChartKey): string {
  return `${entityPath(entityRef)}/charts/${encodeURIComponent(chartId)}`;
}

function versionPath(chart: ChartKey, digest: string): string {
  return `${chartPath(chart)}/versions/${encodeURIComponent(digest)}`;
}
