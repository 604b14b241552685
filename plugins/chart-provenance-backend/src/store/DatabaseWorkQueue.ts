import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { chartKey } from './chartKey';
import { isPostgres } from './database';
import { backOffHost } from './operations/host/backOffHost';
import { forgetHostFailures } from './operations/host/forgetHostFailures';
import { getHostFailures } from './operations/host/getHostFailures';
import { ensureWork } from './operations/queue/ensureWork';
import { leaseWork, LeaseWorkOptions } from './operations/queue/leaseWork';
import { listDueHosts } from './operations/queue/listDueHosts';
import { makeWorkDue } from './operations/queue/makeWorkDue';
import { reclaimLeases } from './operations/queue/reclaimLeases';
import { releaseLease } from './operations/queue/releaseLease';
import { renewLease } from './operations/queue/renewLease';
import { returnLease } from './operations/queue/returnLease';
import { WorkRow } from './rows';
import { Lease, Reschedule, WorkKind } from './types';
import { LeaseOptions, WorkQueue } from './WorkQueue';

/** The work queue in the plugin's database, after the catalog's processing loop. */
export class DatabaseWorkQueue implements WorkQueue {
  readonly #database: Knex;
  readonly #now: () => Date;
  readonly #leaseMs: number;

  constructor(options: { database: Knex; now: () => Date; leaseMs: number }) {
    this.#database = options.database;
    this.#now = options.now;
    this.#leaseMs = options.leaseMs;
  }

  async lease(options: LeaseOptions): Promise<Lease[]> {
    const now = this.#now().toISOString();
    const hosts = await listDueHosts(this.#database, now, options.kinds);
    const leases: Lease[] = [];
    // Where least is under way first: a slow host's backlog must not go before everybody else's work. Then who waits longest.
    hosts.sort((a, b) => options.capacity(b) - options.capacity(a));
    for (const host of hosts) {
      const limit = Math.min(
        options.limit - leases.length,
        options.capacity(host),
      );
      if (limit > 0) {
        const { kinds } = options;
        leases.push(...(await this.#leaseHost({ host, limit, kinds, now })));
      }
    }
    return leases;
  }

  async #leaseHost(
    which: Pick<LeaseWorkOptions, 'host' | 'limit' | 'kinds' | 'now'>,
  ): Promise<Lease[]> {
    const rows = await this.#database.transaction(tx =>
      leaseWork(tx, {
        ...which,
        until: this.#leaseEnd(),
        token: randomUUID,
      }),
    );
    return rows.flatMap(leaseOf);
  }

  async renew(lease: Lease): Promise<boolean> {
    return renewLease(this.#database, lease, this.#leaseEnd());
  }

  async release(lease: Lease, next: Reschedule): Promise<void> {
    await releaseLease(this.#database, lease, next, this.#now().toISOString());
  }

  async giveBack(lease: Lease): Promise<void> {
    await returnLease(this.#database, lease);
  }

  async ensure(
    rows: { key: string; kind: WorkKind; host: string }[],
  ): Promise<void> {
    await ensureWork(this.#database, rows, this.#now().toISOString());
  }

  async makeDue(chartId: string): Promise<boolean> {
    return this.makeRowDue(chartKey(chartId));
  }

  async makeRowDue(key: string): Promise<boolean> {
    return makeWorkDue(this.#database, key, this.#now().toISOString());
  }

  async reclaim(): Promise<number> {
    return isPostgres(this.#database) ? 0 : reclaimLeases(this.#database);
  }

  async backOff(host: string, until: string, problem: string): Promise<void> {
    await backOffHost(this.#database, host, until, problem);
  }

  async hostFailures(host: string): Promise<number> {
    return getHostFailures(this.#database, host);
  }

  async hostAnswered(host: string): Promise<void> {
    await forgetHostFailures(this.#database, host);
  }

  #leaseEnd(): string {
    return new Date(this.#now().getTime() + this.#leaseMs).toISOString();
  }
}

function leaseOf(row: WorkRow): Lease[] {
  return row.lease_token === null
    ? []
    : [
        {
          key: row.key,
          kind: row.kind,
          host: row.host,
          token: row.lease_token,
          attempts: row.attempts,
          failingSince: row.failing_since,
        },
      ];
}
