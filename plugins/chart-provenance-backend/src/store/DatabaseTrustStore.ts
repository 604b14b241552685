import { getTrustRow } from './operations/trust/getTrustRow';
import {
  listTrustMarks,
  TrustMarkRow,
} from './operations/trust/listTrustMarks';
import { StoreContext } from './reads/StoreContext';
import {
  StoredTrust,
  TrustBasis,
  TrustMark,
  TrustRefresh,
  TrustSourceRecord,
  TrustStore,
} from './TrustStore';
import { trustMetadataOf } from './trustMetadataOf';
import { Lease, Reschedule } from './types';
import { configureTrustSources } from './writes/trust/configureTrustSources';
import { recordTrust, recordTrustFailure } from './writes/trust/recordTrust';

/** Refreshed trust material, in the plugin's database. */
export class DatabaseTrustStore implements TrustStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async configure(sources: readonly TrustSourceRecord[]): Promise<void> {
    await configureTrustSources(this.#context, sources);
  }

  async marks(sources: readonly string[]): Promise<TrustMark[]> {
    const rows = await listTrustMarks(this.#context.database, sources);
    return rows.map(markOf);
  }

  async read(source: string): Promise<StoredTrust | undefined> {
    const row = await getTrustRow(this.#context.database, source);
    return (
      row && {
        ...markOf(row),
        metadata: trustMetadataOf(row.metadata),
        trustedRoot: row.trusted_root,
      }
    );
  }

  async recordRefresh(
    source: string,
    refresh: TrustRefresh,
    basis: TrustBasis,
    lease: Lease,
    next: Reschedule,
  ): Promise<boolean> {
    return recordTrust(this.#context, source, refresh, basis, lease, next);
  }

  async recordFailure(
    source: string,
    problem: string,
    lease: Lease,
    next: Reschedule,
  ): Promise<void> {
    await recordTrustFailure(this.#context, source, problem, lease, next);
  }
}

function markOf(row: TrustMarkRow): TrustMark {
  return {
    source: row.source,
    firstSeenAt: row.first_seen_at,
    rootVersion: numberOf(row.root_version),
    timestampVersion: numberOf(row.timestamp_version),
    materialHash: row.material_hash,
    signedSince: row.signed_since,
    clockSeenAt: row.clock_seen_at,
    lastSuccessAt: row.last_success_at,
    nextTryAt: row.next_try_at,
    problem: row.problem,
    failingSince: row.failing_since,
  };
}

function numberOf(column: number | string | null): number | null {
  return column === null ? null : Number(column);
}
