import type { ConsumerRow } from '../../api/consumerTypes';
import type { LegacyVersion, PublishedVersion } from '../types';

/**
 * One version, wherever it is or was.
 */
export interface VersionMatch {
  /** As the registry has it, else as the legacy index does. */
  version: string;
  /** Its manifests in the registry, that of its own tag first; several after a re-push or re-publish. */
  published: PublishedVersion[];
  /** Its entry in the legacy index, also when it is no longer listed; null when it never was. */
  legacy: LegacyVersion | null;
  /** The legacy index lists it, by the last reading. */
  listed: boolean;
  /** Whether both have, or last had, the same bytes; null where only one of them ever had it. */
  bytes: 'same' | 'differs' | 'unverifiable' | null;
  /** Why, one sentence; null when `same` needs no explaining. */
  note: string | null;
  /** Who asks for it or runs it. */
  consumers: ConsumerRow[];
  /** Newest, published lately, or consumed. */
  supported: boolean;
}
