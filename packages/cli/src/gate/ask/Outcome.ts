import { GateRequest } from 'backstage-plugin-chart-provenance-common';
import { Decision } from './decisionSchema';

/** One question to the gate. */
export type Question = Required<Pick<GateRequest, 'reference' | 'require'>> & {
  /** `default` when it is not named. */
  environment?: string;
};

/** What came of one question. */
export type Outcome =
  | {
      kind: 'proceed';
      decision: Decision;
      /** `oci://…@sha256:…`: this, and nothing else, may go on. Null where nothing is enforced, and it could not be told. */
      resolved: string | null;
    }
  | { kind: 'denied'; decision: Decision }
  /** The question cannot be asked like this. */
  | { kind: 'refused'; why: string }
  | Undecided;

/** Nobody may go on by it. */
export interface Undecided {
  kind: 'undecided';
  /** One sentence. */
  why: string;
  /** Null when there is none, or none that is to be believed. */
  decision: Decision | null;
  /** Asking again makes sense after so many seconds; null when it does not. */
  retryAfterSeconds: number | null;
  /** False: nobody has answered, so that somebody else may be asked. */
  answered: boolean;
}

/** Answers questions, each on its own; never rejects. */
export type Asker = (question: Question) => Promise<Outcome>;

/** An undecided outcome without a decision. */
export function undecided(
  why: string,
  more: Partial<Pick<Undecided, 'retryAfterSeconds' | 'answered'>> = {},
): Undecided {
  return {
    kind: 'undecided',
    why,
    decision: null,
    retryAfterSeconds: null,
    answered: true,
    ...more,
  };
}
