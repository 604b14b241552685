import type { MigrationPhase, MigrationState } from '../../api/migrationTypes';

/**
 * Something that has to hold for a phase, and what was found of it.
 */
export interface Need {
  /** What has to hold, a sentence. */
  claim: string;
  /** Null: not known. */
  met: boolean | null;
  /** What was found, a sentence. */
  finding: string;
  /** What is to do while it is not met. */
  next: MigrationState['nextStep'];
}

/**
 * The phase, and on what it stands.
 */
export interface FoundPhase {
  phase: MigrationPhase;
  /** One or two sentences. */
  because: string;
  /** It was reached once, and what it stands on cannot be looked at now. */
  held: boolean;
}

/** The phases of the bar, in their order. */
export const PHASES = [
  'notStarted',
  'dualPublishing',
  'cutOver',
  'deprecationWindow',
  'retired',
] as const satisfies readonly MigrationPhase[];

/** A phase of the bar. */
export type BarPhase = (typeof PHASES)[number];

/** How far a phase is; `noLegacy` is before all. */
export function rankOf(phase: MigrationPhase): number {
  return PHASES.findIndex(one => one === phase);
}
