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

/**
 * What every call takes besides its arguments.
 *
 * @public
 */
export interface RequestOptions {
  /** Gives up the request when it fires; the promise then rejects with an `AbortError`. */
  signal?: AbortSignal;
}

/**
 * Names one chart of one entity.
 *
 * @public
 */
export interface ChartKey {
  /** Full entity reference, e.g. `component:default/payments`. */
  entityRef: string;
  /** The chart's id as listed by {@link ChartProvenanceApi.getEntity}. */
  chartId: string;
}

/**
 * The backend plugin as the pages see it. Every call rejects with a `ResponseError` when the backend answers
 * anything but success, and with a `TypeError` when it could not be reached.
 *
 * @public
 */
export interface ChartProvenanceApi {
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
}
