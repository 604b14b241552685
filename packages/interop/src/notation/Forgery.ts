import type { Case } from './Case.ts';
import type { Envelope } from './envelopes.ts';
import type { Ground } from './Ground.ts';

/** A signature that Notation would not write. */
export interface Forgery {
  name: string;
  expected: Case['expected'];
  /** Default: one whose certificates are as they should be. */
  by?: string;
  alg?: string;
  change?: (envelope: Envelope, ground: Ground) => Envelope;
  store?: string;
  differs?: string;
  /** Where only one of its parsers differs. */
  differsIn?: Case['syntax'];
}
