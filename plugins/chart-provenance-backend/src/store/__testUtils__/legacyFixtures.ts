import { DatabaseChartStore } from '../DatabaseChartStore';
import { LegacyEntry, LegacyReading } from '../LegacyStore';
import { legacyKey } from '../workKeys';
import { LATER, leaseAgain, LEGACY } from './consumerFixtures';
import { digestOf } from './walkFixtures';

/** A version of `payments` in its legacy repository, with what is told. */
export function entryOf(
  version: string,
  about: Partial<LegacyEntry> = {},
): LegacyEntry {
  return {
    name: LEGACY.name,
    version,
    digest: digestOf(version),
    created: '2026-01-01T00:00:00Z',
    url: `${LEGACY.url}/payments-${version}.tgz`,
    deprecated: false,
    ...about,
  };
}

/** An index that was read to its end. */
export function indexOf(
  entries: LegacyEntry[],
  method: 'index' | 'chartmuseum' = 'index',
): LegacyReading {
  return {
    method,
    entries,
    problems: [],
    problemCount: 0,
    bytes: 1_000,
    validator: '"etag"',
  };
}

/** A reading that failed; `gone`: because there is no index. */
export function legacyFailure(gone: boolean): LegacyReading {
  return {
    failure: { code: 'no-answer', message: 'No answer.', fix: 'Look.', gone },
  };
}

/** Writes a reading of a legacy repository under a lease of its own. */
export async function readLegacy(
  store: DatabaseChartStore,
  reading: LegacyReading,
  url: string = LEGACY.url,
): Promise<void> {
  const lease = await leaseAgain(store, legacyKey(url));
  await store.legacy.recordReading(url, reading, lease, LATER);
}
