import {
  ChartSummary,
  EntityProvenance,
  TagHistory,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import {
  ChartRecord,
  EvidenceContent,
  StoredStatus,
  StoredVersionDetail,
} from './types';

/**
 * The read side of the store: what the HTTP service answers from. Freshness and staleness are judged at the moment of the
 * call. Nothing here authorises anybody. `undefined` means that the row does not exist.
 */
export interface ChartReads {
  /** An entity without charts has empty lists; `catalogSeenAt` is null until the catalog was read to its end once. */
  entityProvenance(entityRef: string): Promise<EntityProvenance>;

  chart(chartId: string): Promise<ChartSummary | undefined>;

  /** Every chart that is read, whoever owns it. */
  claimedCharts(): Promise<ChartRecord[]>;

  /** The inventory's row, without any verdict: whose chart it is, for authorisation and for commands. */
  chartRecord(chartId: string): Promise<ChartRecord | undefined>;

  /**
   * Newest version first (semver precedence), 50 to a page unless told, at most 200.
   *
   * @throws InputError for a cursor that this store did not write.
   */
  versions(
    chartId: string,
    query: VersionQuery,
  ): Promise<VersionPage | undefined>;

  versionDetail(
    chartId: string,
    digest: string,
  ): Promise<StoredVersionDetail | undefined>;

  tagHistory(chartId: string, tag: string): Promise<TagHistory | undefined>;

  /**
   * Histories of the tags that may have stood for more than one thing: those that moved, the most often moved first, then those that promise no
   * version. At most `limit`; `complete` is false when there are more.
   */
  tellingTags(
    chartId: string,
    limit: number,
  ): Promise<{ tags: TagHistory[]; complete: boolean }>;

  /** Undefined also when the bytes are not kept because they are larger than 256 KiB. */
  evidenceBytes(
    chartId: string,
    subject: string,
    digest: string,
  ): Promise<EvidenceContent | undefined>;

  status(): Promise<StoredStatus>;

  /** Repositories of a registry that are claimed and were read with success, the one read last first; at most 20. */
  readRepositories(host: string): Promise<string[]>;
}
