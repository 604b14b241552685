import {
  ConsumerRow,
  ConsumerSourceStatus,
} from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { ConsumerStore, SourceReading, SourceRecord } from './ConsumerStore';
import { findSource } from './operations/consumer/findSource';
import { listUnplaced } from './operations/consumer/listUnplaced';
import {
  readConsumersBy,
  readConsumersOf,
} from './reads/consumers/readConsumers';
import { readSources } from './reads/consumers/readSources';
import { StoreContext } from './reads/StoreContext';
import { ConsumerSourceRow, fromJson, fromNullableJson } from './rows';
import { Lease, Reschedule } from './types';
import { recordReading } from './writes/consumers/recordReading';
import {
  configureProviders,
  listingFailed,
  replaceSources,
} from './writes/consumers/replaceSources';

/** Who uses charts, in the plugin's database. */
export class DatabaseConsumerStore implements ConsumerStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async configureProviders(providers: readonly string[]): Promise<void> {
    await configureProviders(this.#context, providers);
  }

  async replaceSources(
    provider: string,
    sources: readonly SourceRecord[],
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await replaceSources(this.#context, provider, sources, lease, next);
  }

  async listingFailed(
    provider: string,
    problem: { message: string; fix: string },
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await listingFailed(this.#context, provider, problem, lease, next);
  }

  async source(sourceId: string): Promise<SourceRecord | undefined> {
    const by = { source_id: sourceId };
    return recordOf(await findSource(this.#context.database, by));
  }

  async sourceOfKey(key: string): Promise<SourceRecord | undefined> {
    const by = { work_key: key };
    return recordOf(await findSource(this.#context.database, by));
  }

  async recordReading(
    sourceId: string,
    reading: SourceReading,
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await recordReading(this.#context, sourceId, reading, lease, next);
  }

  async consumersOf(
    chartId: string,
    options: { limit?: number } = {},
  ): Promise<ConsumerRow[]> {
    return readConsumersOf(this.#context, chartId, options.limit);
  }

  async consumersBy(entityRef: string): Promise<ConsumerRow[]> {
    return readConsumersBy(this.#context, entityRef);
  }

  async unplaced(): Promise<string[]> {
    const rows = await listUnplaced(this.#context.database);
    return rows.map(
      ({ reading }) =>
        fromJson<Pick<ObservedConsumer, 'written'>>(reading).written,
    );
  }

  async sources(): Promise<ConsumerSourceStatus[]> {
    return readSources(this.#context);
  }
}

function recordOf(
  row: ConsumerSourceRow | undefined,
): SourceRecord | undefined {
  return (
    row && {
      sourceId: row.source_id,
      provider: row.provider,
      title: row.title,
      cluster: row.cluster,
      unreadable: fromNullableJson<NonNullable<SourceRecord['unreadable']>>(
        row.unreadable,
      ),
    }
  );
}
