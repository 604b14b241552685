import { SourceRecord } from '../../ConsumerStore';
import { Database } from '../../database';
import { deleteSources } from '../../operations/consumer/deleteSources';
import { listConsumerStates } from '../../operations/consumer/listConsumerStates';
import { listSources } from '../../operations/consumer/listSources';
import { rememberLegacyUse } from '../../operations/consumer/rememberLegacyUse';
import { setListingProblem } from '../../operations/consumer/setListingProblem';
import { upsertSources } from '../../operations/consumer/upsertSources';
import { ensureWork } from '../../operations/queue/ensureWork';
import { listWorkKeys } from '../../operations/queue/listWorkKeys';
import { releaseLease } from '../../operations/queue/releaseLease';
import { removeWork } from '../../operations/queue/removeWork';
import { StoreContext } from '../../reads/StoreContext';
import { ConsumerSourceRow, toJson } from '../../rows';
import { Lease, Reschedule } from '../../types';
import { sourceKey, sourcesKey } from '../../workKeys';
import { legacyUseOf } from './legacyUseOf';

/** Replaces the sources of a provider in one transaction. See `ConsumerStore.replaceSources`. */
export async function replaceSources(
  { database, now }: StoreContext,
  provider: string,
  sources: readonly SourceRecord[],
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    const before = await listSources(tx, provider);
    const listed = new Set(sources.map(({ sourceId }) => sourceId));
    const keyOf = ({ sourceId }: SourceRecord) => sourceKey(sourceId);
    const readable = sources.filter(source => source.unreadable === null);
    const unreadable = sources.filter(source => source.unreadable !== null);
    await removeWork(tx, unreadable.map(keyOf));
    await forget(
      tx,
      before.filter(row => !listed.has(row.source_id)),
      at,
    );
    await upsertSources(tx, sources);
    await ensurePlace(tx, provider);
    await ensureWork(tx, readable.map(keyOf).map(workOf), at);
  });
}

/** Writes that the sources of a provider could not be listed. See `ConsumerStore.listingFailed`. */
export async function listingFailed(
  { database, now }: StoreContext,
  provider: string,
  problem: { message: string; fix: string },
  lease: Lease,
  next: Reschedule,
): Promise<void> {
  await database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    await ensurePlace(tx, provider);
    await setListingProblem(tx, provider, toJson(problem), at);
  });
}

/** Brings the providers in line with those there are. See `ConsumerStore.configureProviders`. */
export async function configureProviders(
  { database, now }: StoreContext,
  providers: readonly string[],
): Promise<void> {
  await database.transaction(async tx => {
    const wanted = new Set(providers.map(sourcesKey));
    const keys = await listWorkKeys(tx, 'sources');
    await removeWork(
      tx,
      keys.filter(key => !wanted.has(key)),
    );
    const gone = (await listSources(tx)).filter(
      row => !providers.includes(row.provider),
    );
    await forget(tx, gone, now().toISOString());
    for (const provider of providers) {
      await ensurePlace(tx, provider);
    }
    await ensureWork(
      tx,
      [...wanted].map(key => ({ key, kind: 'sources' as const, host: '' })),
      now().toISOString(),
    );
  });
}

/**
 * Until a provider could list its sources it is one place that was not looked at: without it nobody would seem to be missing. The first listing
 * that names a source takes it away; one that names none looked nowhere, and brings it back.
 */
async function ensurePlace(tx: Database, provider: string): Promise<void> {
  if ((await listSources(tx, provider)).length === 0) {
    await upsertSources(tx, [
      {
        sourceId: provider,
        provider,
        title: provider,
        cluster: null,
        unreadable: null,
      },
    ]);
  }
}

/** Work goes first: whoever writes a reading holds its row before the source's, and in the other order each would wait for the other. */
async function forget(
  tx: Database,
  rows: readonly ConsumerSourceRow[],
  at: string,
): Promise<void> {
  await removeWork(
    tx,
    rows.map(({ work_key }) => work_key),
  );
  const ids = rows.map(({ source_id }) => source_id);
  const readAt = new Map(rows.map(row => [row.source_id, row.read_at]));
  const states = await listConsumerStates(tx, ids);
  await rememberLegacyUse(
    tx,
    legacyUseOf(states, ({ source_id }) => readAt.get(source_id) ?? null),
    at,
  );
  await deleteSources(tx, ids);
}

function workOf(key: string) {
  return { key, kind: 'source' as const, host: '' };
}
