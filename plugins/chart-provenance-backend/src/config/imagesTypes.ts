import { GlobSegment } from 'backstage-plugin-chart-provenance-common';

/**
 * How the images of charts are found and judged.
 *
 * @internal
 */
export interface ImagesConfig {
  /** The section is there: archives of chart versions that matter are read. */
  readArchives: boolean;
  /** Null: charts are not rendered. */
  render: {
    /** Absolute path of `helm`. */
    helm: string;
    /** Milliseconds for one chart. */
    timeoutMs: number;
  } | null;
  /** Who may sign which images; the first match counts. Of others none is contacted. */
  repositories: {
    /** `host/` and a glob over the repository; the host is one of `registries`. */
    pattern: string;
    host: string;
    segments: GlobSegment[];
    policy: string;
    /** e.g. `github.com/acme/*`; null: any. */
    source: string | null;
  }[];
}
