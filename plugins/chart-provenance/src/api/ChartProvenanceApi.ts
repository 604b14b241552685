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
import { AdoptApi } from './AdoptApi';
import { ChartKey, RequestOptions } from './requestTypes';

/**
 * Which part of the charts without an owner.
 *
 * @public
 */
export interface UnclaimedQuery {
  /** Substring of the reference, case-insensitive. */
  filter?: string;
  /** `nextCursor` of the page before; the first page without. */
  cursor?: string;
  /** Charts a page; the backend decides without. */
  limit?: number;
}

/**
 * The backend plugin as the pages see it. Every call rejects with a `ResponseError` when the backend answers
 * anything but success, and with a `TypeError` when it could not be reached.
 *
 * @public
 */
export interface ChartProvenanceApi extends AdoptApi {
  /** The charts of an entity, and what is wrong with its claims. */
  getEntity(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityProvenance>;

  /** One page of the versions of a chart, newest first. */
  listVersions(
    chart: ChartKey,
    query?: VersionQuery,
    options?: RequestOptions,
  ): Promise<VersionPage>;

  /** One version with its verdict, evidence and tags. `digest` is the manifest's, `sha256:…`. */
  getVersion(
    chart: ChartKey,
    digest: string,
    options?: RequestOptions,
  ): Promise<VersionDetail>;

  /**
   * One page of what a version's SBOM names, compared with another version. Asked for apart from the version: it may have thousands of
   * components.
   */
  getSbom(
    chart: ChartKey,
    digest: string,
    query?: SbomQuery,
    options?: RequestOptions,
  ): Promise<SbomPage>;

  /** Every digest a tag was seen at. */
  getTagHistory(
    chart: ChartKey,
    tag: string,
    options?: RequestOptions,
  ): Promise<TagHistory>;

  /** The raw bytes of one piece of evidence. They are untrusted: save them, never render them. */
  downloadEvidence(
    chart: ChartKey,
    digest: string,
    evidence: string,
    options?: RequestOptions,
  ): Promise<Blob>;

  /** Asks for the chart to be looked at soon. */
  refresh(chart: ChartKey, options?: RequestOptions): Promise<RefreshAnswer>;

  /** The health of the index, and what the doctor found last. For operators. */
  getStatus(options?: RequestOptions): Promise<IndexStatus>;

  /** Tests every configured registry, legacy repository and trust root now; takes seconds, at most some minutes. For operators. */
  runDoctor(options?: RequestOptions): Promise<DoctorReport>;

  /** What the operator distrusts, and which versions and consumers it reaches. For operators. */
  getDistrust(options?: RequestOptions): Promise<DistrustReport>;

  /** What runs, who uses and how far the migration of each chart of an entity is, and what the entity uses itself. */
  getOverview(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityOverview>;

  /** Who deploys or depends on a chart. Asks for `chart-provenance.consumer.read`. */
  listConsumers(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<ConsumerList>;

  /** The charts that an entity deploys or depends on. */
  getConsumes(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ConsumesList>;

  /** How far a chart is on its way from the legacy repository to the registry. */
  getMigration(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<MigrationState>;

  /** The same as a Markdown document. Save it, never render it: much of it was written by strangers. */
  getMigrationMarkdown(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<string>;

  /** Signs off what only people can say, or takes that back. Answers the state that follows. */
  signOff(
    chart: ChartKey,
    checkId: string,
    request: SignOffRequest,
    options?: RequestOptions,
  ): Promise<MigrationState>;

  /** Sets the dates of the migration; the ones before stay on record. Answers the state that follows. */
  setPlan(
    chart: ChartKey,
    plan: MigrationPlan,
    options?: RequestOptions,
  ): Promise<MigrationState>;

  /** One page of the charts that nobody owns. For operators. */
  listUnclaimed(
    query?: UnclaimedQuery,
    options?: RequestOptions,
  ): Promise<InventoryPage>;

  /** Says who owns charts, by the operator's word; all of them or none. For operators. */
  acceptMappings(
    request: MappingRequest,
    options?: RequestOptions,
  ): Promise<MappingAnswer>;
}
