import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  DoctorReport,
  EntityProvenance,
  IndexStatus,
  RefreshAnswer,
  TagHistory,
  VersionDetail,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import {
  ChartKey,
  ChartProvenanceApi,
  RequestOptions,
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
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        search.set(name, String(value));
      }
    }
    const suffix = search.size > 0 ? `?${search}` : '';
    const response = await this.request(
      `${chartPath(chart)}/versions${suffix}`,
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

  private async request(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.discoveryApi.getBaseUrl('chart-provenance');
    const response = await this.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
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
