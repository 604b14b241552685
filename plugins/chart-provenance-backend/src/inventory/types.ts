import { Entity } from '@backstage/catalog-model';
import {
  ChartReference,
  CompiledRepositoryRule,
  EntityProblem,
  LegacyChartClaim,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { DiscoveryStore, Inventory, MappingRecord } from '../store';

/** What the operator says about charts, as the inventory needs it. */
export interface OperatorWord {
  /** Rules of all registries, in the order written. */
  rules: readonly CompiledRepositoryRule[];
  policies: readonly TrustPolicy[];
  /** The legacy repositories that may be read. */
  legacyRepositories: readonly { url: string }[];
}

/** What one entity says about charts. All of it claims, none of it facts. */
export interface EntityWord {
  entityRef: string;
  /** Kept only where it claims charts: the operator's `claims` filters look into it. */
  entity: Entity | null;
  charts: ChartReference[];
  legacyCharts: LegacyChartClaim[];
  requestedPolicies: string[];
  /** `backstage.io/source-location`. */
  sourceLocation: string | undefined;
  /** By what workloads and deployments say that they are its: `kubernetes-id:…`, `argocd-app:…`. */
  ownerKeys: string[];
  /** What is wrong with the way its annotations are written. */
  problems: EntityProblem[];
}

/** Names that were found, by who wrote them. None says whose a chart is, but for the operator's mappings. */
export interface FoundNames {
  /** The registries themselves list them. */
  listed: readonly { registry: string; repository: string }[];
  /** What the indexes of the operator's legacy repositories list now, and what they ever listed. */
  legacy: readonly {
    url: string;
    names: readonly string[];
    everListed: readonly string[];
  }[];
  /** Whoever deploys or depends wrote them. */
  consumed: Awaited<ReturnType<DiscoveryStore['consumedTargets']>>;
  mappings: readonly Pick<
    MappingRecord,
    'registry' | 'repository' | 'entityRef'
  >[];
}

/** Nothing was found, as before the first reading. */
export const NOTHING_FOUND: FoundNames = {
  listed: [],
  legacy: [],
  consumed: [],
  mappings: [],
};

/** The inventory, and what a bound kept out of it. */
export interface ResolvedInventory extends Inventory {
  locations: NonNullable<Inventory['locations']>;
  ownerKeys: NonNullable<Inventory['ownerKeys']>;
  /** Registries with more names from hearsay than are tried. */
  leftOut: { registry: string; repositories: number }[];
}
