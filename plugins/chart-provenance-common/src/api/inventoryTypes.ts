import type { MigrationPhase } from './migrationTypes';
import type { Signer } from '../verdict/types';

/**
 * A chart that nobody owns, and who might.
 *
 * @public
 */
export interface UnclaimedChart {
  /** Stable id: the chart's id in a registry, or a hash of `url#name` with a leading `~` for one known from elsewhere only. */
  id: string;
  /** `oci://…` or `https://…#name`. */
  reference: string;
  name: string;
  /** Who told of it. */
  knownFrom: ('rule' | 'listing' | 'legacy' | 'consumer' | 'claim')[];
  /**
   * Why nobody owns it. `no-owner`: a rule lets it be read and names no owner that exists. `not-configured`: no rule lets it be
   * read, so nothing is known but its name. `legacy-only`: it is in a legacy repository, and no rule says what it becomes.
   * `conflict`: two entities claim it.
   */
  why: 'no-owner' | 'not-configured' | 'legacy-only' | 'conflict';
  /** One sentence. */
  message: string;
  /** What the operator can write to give it to an owner; null when there is no suggestion. */
  snippet: string | null;
  consumers: number;
  versions: number | null;
  /** ISO */
  firstSeenAt: string;
  /** The proven signer of the newest version; null when none is proven. */
  signer: Signer | null;
  phase: MigrationPhase | null;
  /** Best first, at most 5; entities the reader may see. Never a verdict, and nothing follows from them by itself. */
  suggestions: OwnerSuggestion[];
  /** False: it cannot be given to an entity here; the snippet says what to configure. */
  mappable: boolean;
}

/**
 * An entity that might own a chart.
 *
 * @public
 */
export interface OwnerSuggestion {
  entityRef: string;
  reasons: {
    /** `signer`: a proven signature names the entity's repository. The others are what publishers and deployers wrote. */
    kind:
      | 'signer'
      | 'name'
      | 'image-source'
      | 'maintainer'
      | 'workload-label'
      | 'annotation';
    /** One sentence. */
    text: string;
  }[];
  /** 0 to 100. */
  score: number;
}

/**
 * Answer of `GET /inventory?state=unclaimed`.
 *
 * @public
 */
export interface InventoryPage {
  items: UnclaimedChart[];
  nextCursor: string | null;
  total: number;
  /** The whole inventory in numbers. */
  counts: {
    charts: number;
    owned: number;
    unclaimed: number;
    conflicts: number;
  };
  /** How the registries were listed. */
  listings: ListingStatus[];
}

/**
 * How the charts of a registry or a legacy repository are found.
 *
 * @public
 */
export interface ListingStatus {
  /** Host of a registry, or URL of a legacy repository. */
  place: string;
  kind: 'registry' | 'legacy';
  /** `catalog`, `harbor`, `ecr`, `github`, `gar`, `index`, `chartmuseum`, or `names`: no listing is offered, so only names known from elsewhere are tried. */
  method: string;
  found: number;
  /** ISO; null before the first. */
  lastSuccessAt: string | null;
  problem: { message: string; fix: string; since: string } | null;
}

/**
 * Body of `POST /inventory/mappings`: who owns what, by the operator's word. `entityRef` null takes a mapping back.
 *
 * @public
 */
export interface MappingRequest {
  mappings: { id: string; entityRef: string | null }[];
}

/**
 * Answer of `POST /inventory/mappings`. All or nothing.
 *
 * @public
 */
export interface MappingAnswer {
  accepted: { id: string; entityRef: string | null }[];
  /** ISO; when the inventory follows at the latest. */
  dueAt: string;
}
