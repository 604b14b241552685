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
import { AdoptClient } from './AdoptClient';
import { ChartProvenanceApi, UnclaimedQuery } from './ChartProvenanceApi';
import { chartPath, entityPath, searchOf, versionPath } from './paths';
import { ChartKey, RequestOptions } from './requestTypes';

/**
 * Talks to the backend plugin over HTTP with the user's own credentials.
 *
 * @public
 */
export class ChartProvenanceClient
  extends AdoptClient
  implements ChartProvenanceApi
{
  /** {@inheritdoc ChartProvenanceApi.getEntity} */
  async getEntity(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityProvenance> {
    return this.read(entityPath(entityRef), options);
  }

  /** {@inheritdoc ChartProvenanceApi.listVersions} */
  async listVersions(
    chart: ChartKey,
    query: VersionQuery = {},
    options?: RequestOptions,
  ): Promise<VersionPage> {
    return this.read(`${chartPath(chart)}/versions${searchOf(query)}`, options);
  }

  /** {@inheritdoc ChartProvenanceApi.getVersion} */
  async getVersion(
    chart: ChartKey,
    digest: string,
    options?: RequestOptions,
  ): Promise<VersionDetail> {
    return this.read(versionPath(chart, digest), options);
  }

  /** {@inheritdoc ChartProvenanceApi.getSbom} */
  async getSbom(
    chart: ChartKey,
    digest: string,
    query: SbomQuery = {},
    options?: RequestOptions,
  ): Promise<SbomPage> {
    return this.read(
      `${versionPath(chart, digest)}/sbom${searchOf(query)}`,
      options,
    );
  }

  /** {@inheritdoc ChartProvenanceApi.getTagHistory} */
  async getTagHistory(
    chart: ChartKey,
    tag: string,
    options?: RequestOptions,
  ): Promise<TagHistory> {
    return this.read(
      `${chartPath(chart)}/tags/${encodeURIComponent(tag)}/history`,
      options,
    );
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
    return this.read(`${chartPath(chart)}/refresh`, {
      ...options,
      method: 'POST',
    });
  }

  /** {@inheritdoc ChartProvenanceApi.getStatus} */
  async getStatus(options?: RequestOptions): Promise<IndexStatus> {
    return this.read('/status', options);
  }

  /** {@inheritdoc ChartProvenanceApi.runDoctor} */
  async runDoctor(options?: RequestOptions): Promise<DoctorReport> {
    return this.read('/status/doctor', {
      ...options,
      method: 'POST',
    });
  }

  /** {@inheritdoc ChartProvenanceApi.getDistrust} */
  async getDistrust(options?: RequestOptions): Promise<DistrustReport> {
    return this.read('/distrust', options);
  }

  /** {@inheritdoc ChartProvenanceApi.getOverview} */
  async getOverview(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityOverview> {
    return this.read(`${entityPath(entityRef)}/overview`, options);
  }

  /** {@inheritdoc ChartProvenanceApi.listConsumers} */
  async listConsumers(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<ConsumerList> {
    return this.read(`${chartPath(chart)}/consumers`, options);
  }

  /** {@inheritdoc ChartProvenanceApi.getConsumes} */
  async getConsumes(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ConsumesList> {
    return this.read(`${entityPath(entityRef)}/consumes`, options);
  }

  /** {@inheritdoc ChartProvenanceApi.getMigration} */
  async getMigration(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<MigrationState> {
    return this.read(`${chartPath(chart)}/migration`, options);
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
    return this.write(
      'PUT',
      `${chartPath(chart)}/migration/checks/${check}`,
      request,
      options,
    );
  }

  /** {@inheritdoc ChartProvenanceApi.setPlan} */
  async setPlan(
    chart: ChartKey,
    plan: MigrationPlan,
    options?: RequestOptions,
  ): Promise<MigrationState> {
    return this.write(
      'PUT',
      `${chartPath(chart)}/migration/plan`,
      plan,
      options,
    );
  }

  /** {@inheritdoc ChartProvenanceApi.listUnclaimed} */
  async listUnclaimed(
    query: UnclaimedQuery = {},
    options?: RequestOptions,
  ): Promise<InventoryPage> {
    return this.read(
      `/inventory${searchOf({ state: 'unclaimed', ...query })}`,
      options,
    );
  }

  /** {@inheritdoc ChartProvenanceApi.acceptMappings} */
  async acceptMappings(
    request: MappingRequest,
    options?: RequestOptions,
  ): Promise<MappingAnswer> {
    return this.write('POST', '/inventory/mappings', request, options);
  }
}
