import { Entity } from '@backstage/catalog-model';
import {
  ChartReference,
  CompiledRepositoryRule,
  EntityProblem,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';

/** What the operator says about charts, as the inventory needs it. */
export interface OperatorWord {
  /** Rules of all registries, in the order written. */
  rules: readonly CompiledRepositoryRule[];
  policies: readonly TrustPolicy[];
}

/** What one entity says about charts. All of it claims, none of it facts. */
export interface EntityWord {
  entityRef: string;
  /** Kept only where it claims charts: the operator's `claims` filters look into it. */
  entity: Entity | null;
  charts: ChartReference[];
  requestedPolicies: string[];
  /** `backstage.io/source-location`. */
  sourceLocation: string | undefined;
  /** What is wrong with the way its annotations are written. */
  problems: EntityProblem[];
}
