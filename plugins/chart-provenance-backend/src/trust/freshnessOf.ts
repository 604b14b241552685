/** What a root's age is counted from. Times are ISO. */
export interface AgeFacts {
  now: Date;
  /** Since when the newest of it is known. */
  since: string;
  /** Milliseconds. */
  maxAgeMs: number;
  /** When what is signed ends; null where nothing was fetched. */
  signedUntil: string | null;
  /** Times that have been: this process's clock cannot be before them. */
  past: readonly (string | null)[];
}

/** How old a root is, as of now. */
export interface RootAge {
  /** ISO; null when a time that it depends on cannot be read: then it is stale. */
  staleAt: string | null;
  stale: boolean;
  /** Why the clock is not believed; null when it is. */
  clock: string | null;
}

/** How far the clocks of replicas, and of whoever signs, may be apart. */
export const CLOCK_TOLERANCE_MS = 60 * 60 * 1000;

/**
 * Is it too long ago that anything newer came? Pure. A clock that was set back must not make what was stale fresh again, so a clock behind a
 * time that has been makes everything stale; one that is ahead does so by itself.
 */
export function freshnessOf(facts: AgeFacts): RootAge {
  const { since, maxAgeMs, signedUntil, past } = facts;
  const now = facts.now.getTime();
  const latest = Math.max(
    Date.parse(since),
    ...past.filter(time => time !== null).map(time => Date.parse(time)),
  );
  const end = Math.min(
    Date.parse(since) + maxAgeMs,
    signedUntil === null ? Infinity : Date.parse(signedUntil),
  );
  const clock =
    latest - now <= CLOCK_TOLERANCE_MS
      ? null
      : `This backend's clock shows ${facts.now.toISOString()}, which is before a time that has been: correct the clock.`;
  return {
    staleAt: Number.isFinite(end) ? new Date(end).toISOString() : null,
    // Whatever cannot be compared is stale.
    stale: clock !== null || !(Math.max(now, latest) < end),
    clock,
  };
}
