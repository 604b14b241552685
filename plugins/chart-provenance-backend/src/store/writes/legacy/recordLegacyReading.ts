import { LegacyReading } from '../../LegacyStore';
import { getRepository } from '../../operations/legacy/getRepository';
import { listLegacyVersions } from '../../operations/legacy/listLegacyVersions';
import { updateRepository } from '../../operations/legacy/updateRepository';
import { upsertLegacyVersions } from '../../operations/legacy/upsertLegacyVersions';
import { releaseLease } from '../../operations/queue/releaseLease';
import { StoreContext } from '../../reads/StoreContext';
import { LegacyRepositoryRow, toJson, toNullableText } from '../../rows';
import { Lease, Reschedule } from '../../types';
import { legacySteps } from './legacySteps';

const MAX_PROBLEMS = 20;

/** Writes a reading of a legacy repository in one transaction. See `LegacyStore.recordReading`. */
export async function recordLegacyReading(
  { database, now }: StoreContext,
  url: string,
  reading: LegacyReading,
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    const repository = await getRepository(tx, url);
    if (!repository) {
      return;
    }
    if ('entries' in reading) {
      const before = await listLegacyVersions(tx, { url });
      const { entries, uncertain } = reading;
      const steps = legacySteps(url, before, entries, at, uncertain);
      await upsertLegacyVersions(tx, steps);
    }
    await updateRepository(tx, url, columnsOf(repository, reading, at));
  });
}

function columnsOf(
  before: LegacyRepositoryRow,
  reading: LegacyReading,
  at: string,
): Partial<LegacyRepositoryRow> {
  if ('failure' in reading) {
    const { gone, ...problem } = reading.failure;
    return {
      last_attempt_at: at,
      problem: toJson(problem),
      failing_since: before.failing_since ?? at,
      // A failure of another kind says nothing about whether the index is back.
      gone_since: gone ? before.gone_since ?? at : before.gone_since,
      gone_seen_at: gone ? at : before.gone_seen_at,
    };
  }
  const read = {
    last_attempt_at: at,
    last_success_at: at,
    problem: null,
    failing_since: null,
    gone_since: null,
    gone_seen_at: null,
  };
  return 'unchanged' in reading
    ? read
    : {
        ...read,
        method: reading.method,
        validator: toNullableText(reading.validator),
        entry_problems: toJson(reading.problems.slice(0, MAX_PROBLEMS)),
        entry_problem_count: reading.problemCount,
        bytes: reading.bytes,
      };
}
