import { TrustStatus } from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../../config';
import { TrustMaterialSet } from '../../verification';

/** What the checks of trust material look at. */
export interface TrustSource {
  config: ChartProvenanceConfig;
  materials: TrustMaterialSet;
  now: Date;
  /** How fresh the roots are that are refreshed, by id; empty where nobody refreshes them. */
  refreshes: ReadonlyMap<string, TrustStatus['refresh']>;
  /** `root:<id>` and `key:<id>` of what was told, by its fingerprint, to be the examples' own. */
  demoMaterial: ReadonlySet<string>;
  /** When a file was changed last; undefined when that cannot be told. */
  changedAt: (path: string) => Promise<Date | undefined>;
}
