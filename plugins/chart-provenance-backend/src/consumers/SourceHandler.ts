import {
  ConsumerObservation,
  ConsumerSourceError,
} from 'backstage-plugin-chart-provenance-node';
import { reschedule, WorkHandler } from '../indexing';
import { ConsumerRecord, Lease, SourceReading, SourceRecord } from '../store';
import { ConsumerContext } from './ConsumerContext';
import { Failure, failureOf } from './failureOf';
import { oneLine } from './oneLine';
import { problemOf } from './problemOf';
import { resolveConsumer } from './resolve';
import { withinTime } from './withinTime';

/** More than any cluster has; a source that tells of more is not believed to its end. */
const MAX_CONSUMERS = 20_000;
const MAX_PROBLEMS = 1_000;
const MAX_TEXT = 300;
const ENTITY = 'entity:';

/** Reads one source. A reading that fails, or does not end, keeps all that was seen before. */
export class SourceHandler implements WorkHandler {
  readonly #context: ConsumerContext;

  constructor(context: ConsumerContext) {
    this.#context = context;
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, queue, logger } = this.#context;
    const source = await store.sourceOfKey(lease.key);
    if (!source) {
      // It went with its provider's last listing while the row was leased.
      await queue.release(lease, this.#next(lease));
      return;
    }
    let reading: SourceReading;
    let failure: Failure | undefined;
    try {
      const observation = await this.#read(source, signal);
      if (!observation) {
        await queue.release(lease, this.#next(lease));
        return;
      }
      reading = await this.#resolve(observation);
    } catch (error) {
      signal.throwIfAborted();
      failure = failureOf(error);
      logger.warn(`Could not read ${source.sourceId}: ${failure.message}`);
      const { message, fix } = failure;
      reading = { failure: { message, fix } };
    }
    signal.throwIfAborted();
    const next = this.#next(lease, failure);
    await store.recordReading(source.sourceId, reading, lease, next);
  }

  /** Undefined when it is not there any more: the provider's next row removes it. */
  async #read(
    { provider, sourceId }: SourceRecord,
    signal: AbortSignal,
  ): Promise<ConsumerObservation | undefined> {
    const { listings, timeoutMs } = this.#context;
    const listing = await listings.find(provider, sourceId, signal);
    const place = listing.unreadable.get(sourceId);
    if (place) {
      throw new ConsumerSourceError(place.message, place);
    }
    const source = listing.sources.get(sourceId);
    return (
      source &&
      withinTime(timeoutMs, signal, both => source.read({ signal: both }))
    );
  }

  async #resolve(observation: ConsumerObservation): Promise<SourceReading> {
    const { config } = this.#context;
    const { consumers, problems, complete, incompleteBecause } = observation;
    const tooMany = consumers.length > MAX_CONSUMERS;
    return {
      consumers: await this.#owned(
        consumers
          .slice(0, MAX_CONSUMERS)
          .map(consumer => resolveConsumer(consumer, config)),
      ),
      problems: problems.slice(0, MAX_PROBLEMS).map(({ where, message }) => ({
        where: oneLine(where, MAX_TEXT),
        message: oneLine(message, MAX_TEXT),
      })),
      complete: complete && !tooMany,
      incompleteBecause: tooMany
        ? `It tells of ${consumers.length} consumers; the first ${MAX_CONSUMERS} are kept.`
        : reasonOf(complete, incompleteBecause),
    };
  }

  /** A rule makes the name of an entity from that of a consumer: one that is not there must not stand before a label that leads to one. */
  async #owned(records: ConsumerRecord[]): Promise<ConsumerRecord[]> {
    const refs = records.flatMap(({ ownerKeys }) => ownerKeys.flatMap(refOf));
    const existing = await this.#existing(refs);
    return records.map(record => ({
      ...record,
      ownerKeys: record.ownerKeys.filter(key =>
        refOf(key).every(ref => existing.has(ref)),
      ),
    }));
  }

  async #existing(refs: readonly string[]): Promise<ReadonlySet<string>> {
    try {
      return await this.#context.existing(refs);
    } catch (error) {
      throw new ConsumerSourceError(
        'The catalog could not be asked whose the consumers are.',
        {
          fix: 'It is tried again. Look at the catalog if it goes on.',
          cause: error,
        },
      );
    }
  }

  #next(lease: Lease, failure?: Failure) {
    const { schedule, now, random } = this.#context;
    const problem = failure && problemOf(failure);
    return reschedule(lease, problem, schedule, now(), random());
  }
}

/** The entity that a key names outright. */
function refOf(key: string): string[] {
  return key.startsWith(ENTITY) ? [key.slice(ENTITY.length)] : [];
}

function reasonOf(complete: boolean, because: string | null): string | null {
  return complete
    ? null
    : oneLine(because ?? '', MAX_TEXT) || 'Not everything could be read.';
}
