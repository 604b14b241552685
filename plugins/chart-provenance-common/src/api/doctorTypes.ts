/**
 * How one check of the doctor came out. `unknown`: it could not be tried, which is never "fine".
 *
 * @public
 */
export type DoctorResult = 'ok' | 'warning' | 'failed' | 'unknown';

/**
 * Who can mend it: whoever owns the registry or legacy repository, whoever operates Backstage (its configuration), or whoever
 * runs the platform it runs on (network, clock, certificates).
 *
 * @public
 */
export type DoctorActor = 'registry-owner' | 'operator' | 'platform';

/**
 * One thing the doctor looked at. Every text is in our own words: nothing a registry answered is repeated.
 *
 * @public
 */
export interface DoctorCheck {
  /** Stable within its section, e.g. `credentials`. */
  id: string;
  /** What was looked at, a few words. */
  what: string;
  result: DoctorResult;
  /** What was found. */
  sentence: string;
  /** What to do; null when there is nothing to do. */
  next: string | null;
  /** Who can do it; null together with `next`. */
  who: DoctorActor | null;
  /** What is peculiar about this on this kind of registry. */
  notes: string[];
}

/**
 * Everything about one registry, legacy repository, piece of trust material, or about the configuration as a whole.
 *
 * @public
 */
export interface DoctorSection {
  /** `config`, `registry:<host>`, `legacy:<url>`, `root:<id>`, `key:<id>`, `keyring:<id>`, `policies`. */
  id: string;
  kind: 'config' | 'registry' | 'legacy' | 'trust' | 'policies';
  title: string;
  /** The product that answers there, as far as it is known, e.g. `GitHub Container Registry`. */
  product: string | null;
  checks: DoctorCheck[];
  /** What is peculiar about this kind of registry: immutability, retention. */
  notes: string[];
}

/**
 * Answer of `POST /status/doctor`, and what `chart-provenance doctor --json` prints.
 *
 * @public
 */
export interface DoctorReport {
  /** ISO. */
  startedAt: string;
  /** ISO. */
  finishedAt: string;
  /** Where it ran: a network may let one through and not the other. */
  ranIn: 'backend' | 'terminal';
  counts: Record<DoctorResult, number>;
  sections: DoctorSection[];
}
