import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createTrustIndexing, TrustKeeper } from '..';
import { LoadedTrust, RootConfig } from '../../config';
import { DatabaseChartStore, Lease } from '../../store';
import { openStore, TestClock } from '../../store/__testUtils__/testDatabases';
import { sourcesOf } from '../sourcesOf';
import { Mirror } from './TrustFixture';

/** What a replica is put together from. */
export interface ReplicaOptions {
  knex: Knex;
  clock: TestClock;
  mirror: Mirror;
  roots: RootConfig[];
  /** By root id. */
  firstRoots: Record<string, string>;
  lookMs?: number;
}

/** One replica's part in trust roots: a store over the shared database, a handler, a keeper. */
export class Replica {
  readonly warnings: string[] = [];
  /** The roots in force, each time the keeper told them. */
  readonly told: unknown[] = [];

  private constructor(
    readonly store: DatabaseChartStore,
    readonly indexing: ReturnType<typeof createTrustIndexing>,
    readonly keeper: TrustKeeper,
    warnings: string[],
  ) {
    this.warnings = warnings;
    keeper.onChanged(async roots => {
      this.told.push(roots.map(({ trustedRoot }) => trustedRoot));
    });
  }

  static async start(options: ReplicaOptions): Promise<Replica> {
    const { knex, clock, mirror, roots, firstRoots, lookMs } = options;
    const store = await openStore(knex, clock);
    const sources = sourcesOf(roots, firstRoots);
    const warnings: string[] = [];
    const logger = {
      ...mockServices.logger.mock(),
      warn: (message: string) => {
        warnings.push(message);
      },
    };
    const loaded: Pick<LoadedTrust, 'roots'> = {
      roots: roots.map(({ id, source: { type }, thresholds }) => ({
        ...{ id, type, thresholds },
      })),
    };
    const common = { sources, logger, now: clock.now, production: false };
    const keeper = await TrustKeeper.create({
      ...{ ...common, roots, loaded, lookMs },
      store: store.trust,
    });
    const indexing = createTrustIndexing({
      ...common,
      store: store.trust,
      queue: store.queue,
      openEgress: mirror.openEgress,
      onStored: () => keeper.look(),
      random: () => 0.5,
      timeouts: { totalMs: 2_000 },
    });
    await indexing.schedule();
    await keeper.look();
    return new Replica(store, indexing, keeper, warnings);
  }

  /** Takes the row that is due; undefined when none is. */
  async lease(): Promise<Lease | undefined> {
    const [lease] = await this.store.queue.lease({
      limit: 1,
      kinds: ['trust'],
      capacity: () => 1,
    });
    return lease;
  }

  /** Refreshes, if it is time to. Answers whether it was. */
  async refresh(): Promise<boolean> {
    const lease = await this.lease();
    if (!lease) {
      return false;
    }
    await this.indexing.handler.handle(lease, new AbortController().signal);
    return true;
  }
}
