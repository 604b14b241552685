import { createHash } from 'node:crypto';
import { releaseLease } from '../../operations/queue/releaseLease';
import { noteTrustAttempt } from '../../operations/trust/noteTrustAttempt';
import { replaceTrust } from '../../operations/trust/replaceTrust';
import { StoreContext } from '../../reads/StoreContext';
import { TrustBasis, TrustRefresh } from '../../TrustStore';
import { Lease, Reschedule } from '../../types';

/** Writes what a refresh gave in one transaction. See `TrustStore.recordRefresh`. */
export async function recordTrust(
  { database, now }: StoreContext,
  source: string,
  refresh: TrustRefresh,
  basis: TrustBasis,
  lease: Lease,
  next: Reschedule,
): Promise<boolean> {
  return database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    const materialHash = createHash('sha256')
      .update(refresh.trustedRoot)
      .digest('hex');
    const written = await replaceTrust(
      tx,
      source,
      { ...refresh, materialHash },
      basis,
      at,
    );
    if (written) {
      const nextTryAt = next.dueAt;
      await noteTrustAttempt(tx, source, { at, nextTryAt, problem: null });
    }
    return written;
  });
}

/** Writes why a refresh failed. See `TrustStore.recordFailure`. */
export async function recordTrustFailure(
  { database, now }: StoreContext,
  source: string,
  problem: string,
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    await noteTrustAttempt(tx, source, {
      at,
      nextTryAt: next.dueAt,
      problem,
    });
  });
}
