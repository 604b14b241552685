import { Database } from '../../database';
import { TrustMetadataRow } from '../../rows';

/** What every try leaves behind. */
export interface TrustAttempt {
  /** ISO. */
  at: string;
  nextTryAt: string;
  /** Null when it went well. */
  problem: string | null;
}

/** Writes when a source was tried, and what went wrong. The clock seen only ever grows, whatever this process's shows. */
export async function noteTrustAttempt(
  tx: Database,
  source: string,
  { at, nextTryAt, problem }: TrustAttempt,
): Promise<void> {
  await tx<TrustMetadataRow>('trust_metadata')
    .where('source', source)
    .update({
      last_attempt_at: at,
      next_try_at: nextTryAt,
      problem,
      failing_since:
        problem === null ? null : tx.raw('coalesce(failing_since, ?)', [at]),
      clock_seen_at: tx.raw(
        'case when clock_seen_at < ? then ? else clock_seen_at end',
        [at, at],
      ),
    });
}
