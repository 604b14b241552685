import type { VersionDetail } from 'backstage-plugin-chart-provenance-common';

/** What a user sees of one cell. */
export interface ProductView {
  /** The version under the cell's tag. */
  version: VersionDetail;
}
