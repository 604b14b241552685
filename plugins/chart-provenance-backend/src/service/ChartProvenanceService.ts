import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DoctorReport,
  EntityProvenance,
  IndexStatus,
  RefreshAnswer,
  SbomPage,
  SbomQuery,
  TagHistory,
  VersionDetail,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';

/** Who asks. Never the plugin's own service credentials. */
export interface CallerOptions {
  credentials: BackstageCredentials;
}

/** A chart as a path names it: it must belong to the entity. */
export interface ChartLocator {
  entityRef: string;
  chartId: string;
}

/** A chart version as a path names it. */
export interface VersionLocator extends ChartLocator {
  /** Manifest digest. */
  digest: string;
}

/** The bytes of one piece of evidence, as they were read from the registry. */
export interface RawEvidence {
  bytes: Uint8Array;
  /** Name to save it under; letters, digits, dots and dashes. */
  fileName: string;
}

/**
 * Answers the HTTP routes. A chart that does not exist and one that belongs to another entity are told apart nowhere:
 * both throw `NotFoundError`.
 *
 * @internal
 */
export interface ChartProvenanceService {
  entity(entityRef: string, options: CallerOptions): Promise<EntityProvenance>;
  versions(
    locator: ChartLocator,
    query: VersionQuery,
    options: CallerOptions,
  ): Promise<VersionPage>;
  version(
    locator: VersionLocator,
    options: CallerOptions,
  ): Promise<VersionDetail>;
  /** Components of an SBOM of the version, compared with another version's. */
  sbom(
    locator: VersionLocator,
    query: SbomQuery,
    options: CallerOptions,
  ): Promise<SbomPage>;
  evidence(
    locator: VersionLocator,
    evidenceDigest: string,
    options: CallerOptions,
  ): Promise<RawEvidence>;
  tagHistory(
    locator: ChartLocator,
    tag: string,
    options: CallerOptions,
  ): Promise<TagHistory>;
  /** Makes the chart due now. Throws `TooManyRequestsError` when it was asked for moments ago. */
  refresh(
    locator: ChartLocator,
    options: CallerOptions,
  ): Promise<RefreshAnswer>;
  status(options: CallerOptions): Promise<IndexStatus>;
  /** Tests what is configured. Throws `TooManyRequestsError` when it did so moments ago, or is at it. */
  runDoctor(options: CallerOptions): Promise<DoctorReport>;
}
