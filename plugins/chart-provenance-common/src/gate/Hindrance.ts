import type { GateReason, GateReasonCode } from '../api/gateTypes';
import { gateMeaningOf, gateReasonOf } from './gateReasons';
import type { GateFacts } from './types';

/**
 * A reason against, and what follows from it.
 *
 * @internal
 */
export interface Hindrance {
  decision: 'deny' | 'undecided';
  reason: GateReason;
  retryAfterSeconds: number | null;
}

/** @internal */
export function hindrance(
  code: GateReasonCode,
  message: string,
  facts: Pick<GateFacts, 'chart'>,
): Hindrance {
  const { decision, retryAfterSeconds } = gateMeaningOf(code);
  const owner = facts.chart?.entityRef ?? null;
  return {
    decision,
    retryAfterSeconds,
    reason: gateReasonOf(code, message, owner),
  };
}

/**
 * A reason that somebody else has written; by its code it counts.
 *
 * @internal
 */
export function hindranceOf(reason: GateReason): Hindrance {
  const { decision, retryAfterSeconds } = gateMeaningOf(reason.code);
  return {
    decision,
    retryAfterSeconds: reason.passing ? retryAfterSeconds : null,
    reason,
  };
}
