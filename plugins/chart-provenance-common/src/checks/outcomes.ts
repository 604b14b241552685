import type { Gap } from '../migration/knowledge';
import type { Found } from './types';

/** It cannot be told, and who can see to that. */
export function unknownBecause(gap: Gap): Found {
  return {
    status: 'unknown',
    message: gap.message,
    nextAction: gap.fix,
    responsible: gap.responsible,
  };
}

/** It does not apply, which is known. */
export function notApplicable(message: string): Found {
  return { status: 'notApplicable', message };
}

/** The latest of some times, ISO; null of none. */
export function latest(times: readonly (string | null)[]): string | null {
  return times.reduce(
    (last, time) =>
      time !== null && (last === null || Date.parse(time) > Date.parse(last))
        ? time
        : last,
    null,
  );
}
