import {
  ChartImages,
  ImageUses,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions, VersionLocator } from './ChartProvenanceService';

/**
 * Tells which images charts deploy, and who runs them.
 *
 * @internal
 */
export interface ImageService {
  images(locator: VersionLocator, caller: CallerOptions): Promise<ChartImages>;
  /** Of the charts the caller may see. `query`: part of a name (at least 3 characters), or `sha256:…`. */
  uses(query: string, caller: CallerOptions): Promise<ImageUses>;
}
