import type { ConsumerRow } from '../../api/consumerTypes';
import type { Responsible } from '../../api/migrationTypes';
import type { VersionMatch } from '../matching';
import type { LegacyVersion, MigrationFacts } from '../types';

/**
 * Something that is not known, and who can see to it.
 */
export interface Gap {
  /** One sentence: what is not known, and why. */
  message: string;
  /** One sentence: what to do about it. */
  fix: string;
  responsible: Responsible;
}

/**
 * What the legacy repository says of the chart, as far as its readings can be stood on.
 */
export type LegacyStanding =
  /** Nobody knows of a legacy repository. */
  | { kind: 'none' }
  /** It was never read, or not lately, or the last reading failed. */
  | { kind: 'unread'; gap: Gap }
  /** It answers that it has no index, and it had one. `open`: why nothing may be concluded from that yet; null when it may. */
  | { kind: 'gone'; since: string; open: Gap | null }
  /** It was read, and does not list the chart. `seen`: it did once, or somebody took the chart from there. `open`: as above. */
  | { kind: 'absent'; seen: boolean; open: Gap | null }
  | { kind: 'listed'; present: LegacyVersion[] };

/**
 * What is known of who uses the chart.
 */
export interface ConsumerKnowledge {
  all: ConsumerRow[];
  /** Those that take it from the legacy repository, as last seen: a reading that fails takes none of them away. */
  legacy: ConsumerRow[];
  /** Why there may be more, or others; null when every place was read lately and whole. */
  gap: Gap | null;
  /** `all 3 places` or `the only place`. */
  places: string;
}

/**
 * The facts, and what follows from them for every check and phase.
 */
export interface Knowledge {
  facts: MigrationFacts;
  /** `oci://…` */
  reference: string;
  matches: VersionMatch[];
  /** Why the registry's side cannot be stood on; null when it can. */
  registryGap: Gap | null;
  legacy: LegacyStanding;
  consumers: ConsumerKnowledge;
  /** It is known, not just assumed, that the chart was in no legacy repository. */
  neverLegacy: boolean;
}
