import { mockServices } from '@backstage/backend-test-utils';
import {
  ConsumerSourceProvider,
  ObservedConsumer,
} from 'backstage-plugin-chart-provenance-node';
import { Knex } from 'knex';
import { read } from '../../__testUtils__/rawConfig';
import { WorkPump } from '../../indexing';
import { DatabaseChartStore } from '../../store';
import { openStore, TestClock } from '../../store/__testUtils__/testDatabases';
import { createConsumerIndexing } from '../createConsumerIndexing';

/** The indexing of consumers over a real store and queue, with a clock that the test moves. */
export class ConsumersFixture {
  readonly clock: TestClock;
  readonly pump: WorkPump;
  readonly store: DatabaseChartStore;
  readonly schedule: () => Promise<void>;

  private constructor(
    store: DatabaseChartStore,
    clock: TestClock,
    providers: ConsumerSourceProvider[],
    timeoutMs?: number,
  ) {
    this.store = store;
    this.clock = clock;
    const { config } = read({
      registries: [
        { host: 'ghcr.io', repositories: [{ match: 'acme/charts/{name}' }] },
      ],
      consumers: {},
    });
    const logger = mockServices.logger.mock();
    const indexing = createConsumerIndexing({
      providers,
      existing: async refs =>
        new Set(refs.filter(ref => !ref.endsWith('nowhere'))),
      store: store.consumers,
      queue: store.queue,
      config,
      logger,
      now: clock.now,
      random: () => 0.5,
      timeoutMs,
    });
    this.schedule = indexing.schedule;
    this.pump = new WorkPump({
      queue: store.queue,
      handlers: indexing.handlers,
      logger,
      schedule: { intervalMs: config.consumers.intervalMs },
      concurrency: 8,
      now: clock.now,
    });
  }

  static async create(
    knex: Knex,
    providers: ConsumerSourceProvider[],
    timeoutMs?: number,
  ): Promise<ConsumersFixture> {
    const clock = new TestClock();
    const store = await openStore(knex, clock);
    return new ConsumersFixture(store, clock, providers, timeoutMs);
  }

  /** Works on what is due until nothing is. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      if ((await this.pump.runOnce()) === 0) {
        return;
      }
    }
    throw new Error('There is always something due');
  }
}

/** What a made-up place holds, to be changed by a test. */
export interface Place {
  id: string;
  read: (signal: AbortSignal) => Promise<ObservedConsumer[]>;
  complete?: boolean;
}

/** A provider of places that a test changes. */
export function providerOf(
  places: () => Place[],
  unreadable: () => string[] = () => [],
  id = 'acme',
): ConsumerSourceProvider {
  return {
    id,
    async sources() {
      return {
        sources: places().map(place => ({
          id: place.id,
          title: `Place ${place.id}`,
          cluster: null,
          read: async ({ signal }) => ({
            consumers: await place.read(signal),
            problems: [{ where: 'a\nb', message: 'x'.repeat(1_000) }],
            complete: place.complete ?? true,
            incompleteBecause: null,
          }),
        })),
        unreadable: unreadable().map(name => ({
          id: name,
          title: `Place ${name}`,
          message: 'It is locked.',
          fix: 'Unlock it.',
        })),
      };
    },
  };
}
