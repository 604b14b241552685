import { SourceReading } from '../../ConsumerStore';
import { Database } from '../../database';
import { deleteConsumers } from '../../operations/consumer/deleteConsumers';
import { findSource } from '../../operations/consumer/findSource';
import {
  ConsumerState,
  listConsumerStates,
} from '../../operations/consumer/listConsumerStates';
import { markSeen } from '../../operations/consumer/markSeen';
import { markStale } from '../../operations/consumer/markStale';
import { rememberLegacyUse } from '../../operations/consumer/rememberLegacyUse';
import { replaceConsumerKeys } from '../../operations/consumer/replaceConsumerKeys';
import { updateSource } from '../../operations/consumer/updateSource';
import { upsertConsumers } from '../../operations/consumer/upsertConsumers';
import { releaseLease } from '../../operations/queue/releaseLease';
import { StoreContext } from '../../reads/StoreContext';
import { ConsumerSourceRow, toJson } from '../../rows';
import { Lease, Reschedule } from '../../types';
import { ConsumerRows, consumerRowsOf, hashOf } from './consumerRowsOf';
import { legacyUseOf } from './legacyUseOf';

type Failure = Extract<SourceReading, { failure: unknown }>['failure'];
type Observation = Exclude<SourceReading, { failure: unknown }>;

const MAX_DOCUMENTS = 20;

/**
 * Writes a reading of a source in one transaction. See `ConsumerStore.recordReading`. When consumers were last seen is kept once, on their
 * source; so a reading that saw nothing new writes one row, however many consumers there are.
 */
export async function recordReading(
  { database, now }: StoreContext,
  sourceId: string,
  reading: SourceReading,
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    const source = await findSource(tx, { source_id: sourceId });
    if (source && 'failure' in reading) {
      await recordFailure(tx, source, reading.failure, at);
    } else if (source && !('failure' in reading)) {
      await recordObservation(tx, source, reading, at);
    }
  });
}

async function recordFailure(
  tx: Database,
  source: ConsumerSourceRow,
  failure: Failure,
  at: string,
): Promise<void> {
  await updateSource(tx, source.source_id, {
    last_attempt_at: at,
    problem: toJson(failure),
    failing_since: source.failing_since ?? at,
  });
}

async function recordObservation(
  tx: Database,
  source: ConsumerSourceRow,
  reading: Observation,
  at: string,
): Promise<void> {
  const { source_id: sourceId } = source;
  const seen = consumerRowsOf(sourceId, reading.consumers, at);
  const resultHash = hashOf([
    reading.complete,
    [...seen].map(([id, { consumer }]) => [id, consumer.result_hash]).sort(),
  ]);
  if (source.result_hash !== resultHash) {
    await writeDifference(tx, source, seen, { ...reading, at });
  }
  const problem = problemOf(reading);
  await updateSource(tx, sourceId, {
    last_attempt_at: at,
    read_at: at,
    last_success_at: reading.complete ? at : source.last_success_at,
    problem: problem && toJson(problem),
    failing_since: problem ? source.failing_since ?? at : null,
    documents: toJson(reading.problems.slice(0, MAX_DOCUMENTS)),
    document_problems: reading.problems.length,
    result_hash: resultHash,
  });
}

/** Brings the consumers of a source in line with what was seen; what a complete reading did not see is gone. */
async function writeDifference(
  tx: Database,
  source: ConsumerSourceRow,
  seen: ReadonlyMap<string, ConsumerRows>,
  { complete, at }: { complete: boolean; at: string },
): Promise<void> {
  const before = new Map(
    (await listConsumerStates(tx, [source.source_id])).map(state => [
      state.id,
      state,
    ]),
  );
  const changed = [...seen.values()].filter(
    ({ consumer }) =>
      before.get(consumer.id)?.result_hash !== consumer.result_hash,
  );
  const missing = [...before.values()].filter(({ id }) => !seen.has(id));
  const moved = changed.flatMap(({ consumer }) => {
    const state = before.get(consumer.id);
    return state && state.legacy_id !== consumer.legacy_id ? [state] : [];
  });
  const left = complete ? [...moved, ...missing] : moved;
  await rememberLegacyUse(
    tx,
    legacyUseOf(left, () => source.read_at),
    at,
  );
  await upsertConsumers(
    tx,
    changed.map(({ consumer }) => consumer),
  );
  await replaceConsumerKeys(
    tx,
    idsOf(changed.map(({ consumer }) => consumer)),
    changed.flatMap(({ keys }) => keys),
  );
  await markSeen(tx, idsOf(seenAgain(before, seen)));
  if (complete) {
    await deleteConsumers(tx, idsOf(missing));
  } else {
    const lately = missing.filter(({ stale }) => !stale);
    await markStale(tx, idsOf(lately), source.read_at);
  }
}

/** Consumers that were marked stale and are there again, as they were. */
function seenAgain(
  before: ReadonlyMap<string, ConsumerState>,
  seen: ReadonlyMap<string, ConsumerRows>,
): ConsumerState[] {
  return [...before.values()].filter(
    ({ id, stale, result_hash }) =>
      stale && seen.get(id)?.consumer.result_hash === result_hash,
  );
}

function problemOf({ complete, incompleteBecause }: Observation) {
  return complete
    ? null
    : {
        message: incompleteBecause ?? 'Not everything could be read.',
        fix: 'Let it read what is missing; consumers it did not mention are shown as they were last seen.',
      };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
