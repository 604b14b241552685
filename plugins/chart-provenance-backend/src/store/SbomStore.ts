import {
  SbomComponent,
  SbomDocument,
} from 'backstage-plugin-chart-provenance-common';

/** A version and its SBOMs, the one that counts most first: verified before not, then the one first seen last. */
export interface VersionSboms {
  digest: string;
  version: string;
  documents: SbomDocument[];
}

/** The SBOMs attached to versions, as of now. Nothing here authorises anybody. */
export interface SbomStore {
  /** Undefined for a version that is not known. */
  ofVersion(chartId: string, digest: string): Promise<VersionSboms | undefined>;

  /**
   * The highest version below another that has an SBOM which could be read and is attached still.
   *
   * @param verified - one that is verified, where there is such a version; else any
   */
  before(
    chartId: string,
    digest: string,
    verified: boolean,
  ): Promise<VersionSboms | undefined>;

  /** In the order of their names. Undefined for what is not there, or cannot be read: it costs this answer, and nothing else. */
  components(
    chartId: string,
    digest: string,
    evidence: string,
  ): Promise<SbomComponent[] | undefined>;
}
