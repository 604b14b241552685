import {
  ConsumerSourceStatus,
  isStale,
} from 'backstage-plugin-chart-provenance-common';
import { ConsumerSourceRow, fromNullableJson } from '../../rows';
import { StoreContext } from '../StoreContext';

type Problem = { message: string; fix: string };

/** Was the source last read so long ago that something is wrong? */
export function isOverdue(
  { now, consumersStaleAfterMs }: StoreContext,
  readAt: string | null,
): boolean {
  return isStale(readAt, consumersStaleAfterMs, now().toISOString());
}

/** The gravest thing that keeps a source from being known, as of now; null when nothing does. */
export function sourceProblemOf(
  context: StoreContext,
  row: ConsumerSourceRow,
): ConsumerSourceStatus['problem'] {
  const problem =
    fromNullableJson<Problem>(row.unreadable) ??
    fromNullableJson<Problem>(row.problem);
  if (problem) {
    return { ...problem, since: row.failing_since ?? sinceRead(context, row) };
  }
  const listing = fromNullableJson<Problem>(row.listing_problem);
  if (listing) {
    const since = row.listing_failing_since ?? sinceRead(context, row);
    return { ...listing, since };
  }
  return row.read_at !== null && isOverdue(context, row.read_at)
    ? {
        message: `It was last read at ${row.read_at}, which is too long ago.`,
        fix: 'Look at the work queue on the status page, and into the log of the backend.',
        since: row.read_at,
      }
    : null;
}

function sinceRead({ now }: StoreContext, row: ConsumerSourceRow): string {
  return row.last_attempt_at ?? row.read_at ?? now().toISOString();
}
